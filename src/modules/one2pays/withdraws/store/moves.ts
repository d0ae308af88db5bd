import type { Moved } from "../../ledger/movement"
import type { WithdrawMoves } from "../../ledger/movement-store"
import { hasEndedUnpaid, type WithdrawState } from "../../withdraw-rules/state"
import type { MovedWithdraw } from "../withdraw"

/** The gateway's own word of a withdraw's money. */
export interface Told {
  /** When it took it from the available balance. */
  taken: Moved
  /** When it last changed. */
  moved: Moved
}

const HELD: readonly WithdrawState[] = ["pending", "processing"]
const LEAVING: readonly WithdrawState[] = ["sending", "unknown"]

/**
 * The money that a change of a withdraw's state moved at the gateway. The gateway holds a withdraw from when it takes it
 * until it ends. Null where no money moved: a withdraw that the gateway refused, or that it never had.
 */
export function movesOf(
  { state, moved_from, kind, payment_id, amount }: MovedWithdraw,
  told: Told | undefined
): Omit<WithdrawMoves, "event"> | null {
  const moved = told?.moved ?? { amount, at: null }
  const isTaken = !!told && LEAVING.includes(moved_from)
  const wasHeld = isTaken || HELD.includes(moved_from)
  const moves = {
    held: isTaken ? told.taken : null,
    is_released: wasHeld && !HELD.includes(state),
    kind: kindOf(),
    moved,
  }
  return moves.held || moves.is_released || moves.kind ? moves : null

  function kindOf(): WithdrawMoves["kind"] {
    if (moved_from === "paid") {
      return hasEndedUnpaid(state) ? "returned" : null
    }
    if (state !== "paid") {
      return null
    }
    if (kind === "refund") {
      return "refund"
    }
    return payment_id ? "pay_back" : "payout"
  }
}
