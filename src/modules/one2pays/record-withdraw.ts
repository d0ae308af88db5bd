import { withdrawPhase, type GatewayWithdraw } from "../../gateway"
import { gatewayDate } from "./gateway-date"
import type { WithdrawContext } from "./withdraw-context"
import { mayBecome, type WithdrawState } from "./withdraw-state"
import type { Withdraw } from "./withdraw-store"

/** Records a withdraw as the gateway shows it, with the issue it raises if it is not what was asked for. */
export async function recordWithdraw(
  context: WithdrawContext,
  withdraw: Withdraw,
  told: GatewayWithdraw
): Promise<Withdraw> {
  const to = stateOf(withdraw, told)
  const moved = mayBecome(withdraw.state, to)
    ? await context.store.move(withdraw.id, {
        to,
        actor: "gateway",
        reason: told.status,
        columns: {
          gateway_withdraw_id: told.id,
          gateway_status: told.status,
          gateway_created_at:
            withdraw.gateway_created_at ?? gatewayDate(told.createdAt),
          failure: to === "failed" ? "failed_at_gateway" : undefined,
        },
      })
    : null
  const now = moved ?? (await context.store.find(withdraw.id)) ?? withdraw
  if (told.amount !== withdraw.amount) {
    await context.raiseIssue(
      withdraw.id,
      "amount_mismatch",
      `The gateway has a withdraw of THB ${told.amount} under ${withdraw.reference_id}, which was asked for with THB ${withdraw.amount}.`
    )
  } else if (
    to === "paid" &&
    (withdraw.state === "canceled" || withdraw.state === "failed")
  ) {
    await context.raiseIssue(
      withdraw.id,
      "paid_after_cancel",
      `THB ${withdraw.amount} was paid out under ${withdraw.reference_id} after it had been ${withdraw.state}.`
    )
  } else if (moved) {
    await noteUnpaidRefund(context, moved, told.status)
  }
  return now
}

/** Medusa has booked a refund as soon as it was asked for: one that is not paid out is for a person. */
export async function noteUnpaidRefund(
  { raiseIssue }: Pick<WithdrawContext, "raiseIssue">,
  { id, kind, state, amount, order_id }: Withdraw,
  why: string
): Promise<void> {
  if (
    kind === "refund" &&
    (state === "failed" || state === "canceled" || state === "rejected")
  ) {
    await raiseIssue(
      id,
      "refund_failed",
      `The refund of THB ${amount} for order ${order_id ?? "?"} was not paid out (${state}: ${why}). Medusa has booked it all the same.`
    )
  }
}

/** A status that nobody has told us of is not final: where it was, or accepted. */
function stateOf(
  { state }: Withdraw,
  { status }: GatewayWithdraw
): WithdrawState {
  const phase = withdrawPhase(status)
  if (phase !== "open") {
    return phase
  }
  return state === "processing" ? "processing" : "pending"
}
