import { withdrawPhase, type GatewayWithdraw } from "../../gateway"
import { gatewayDate } from "./gateway-date"
import type { WithdrawContext } from "./withdraw-context"
import type { WithdrawState } from "./withdraw-state"
import type { Withdraw } from "./withdraw-store"

/** Who made the gateway change it, and why; by itself when absent. */
export interface Cause {
  actor: string
  reason: string
}

/** Records a withdraw as the gateway shows it, with the issue it raises if it is not what was asked for. */
export async function recordWithdraw(
  context: WithdrawContext,
  withdraw: Withdraw,
  told: GatewayWithdraw,
  cause: Cause = { actor: "gateway", reason: told.status }
): Promise<Withdraw> {
  const { store } = context
  const to = stateOf(withdraw, told)
  const moved = await store.move(withdraw.id, {
    to,
    ...cause,
    columns: {
      gateway_withdraw_id: told.id,
      gateway_status: told.status,
      gateway_created_at:
        withdraw.gateway_created_at ?? gatewayDate(told.createdAt),
      ...(to === "failed" ? { failure: "failed_at_gateway" } : {}),
      ...(to === "paid" ? { failure: null } : {}),
    },
  })
  const now = moved ?? (await store.find(withdraw.id)) ?? withdraw
  if (told.amount !== withdraw.amount) {
    await context.raiseIssue(
      withdraw.id,
      "amount_mismatch",
      `The gateway has a withdraw of THB ${told.amount} under ${withdraw.reference_id}, which was asked for with THB ${withdraw.amount}.`
    )
  } else if (moved && to === "paid" && hasEnded(moved.moved_from)) {
    await context.raiseIssue(
      withdraw.id,
      "paid_after_cancel",
      `THB ${withdraw.amount} was paid out under ${withdraw.reference_id} after it had been ${moved.moved_from}.`
    )
  } else if (!moved && hasEnded(now.state) && !now.gateway_withdraw_id) {
    await noteUnexpected(context, now, told)
  } else if (moved) {
    await noteUnpaidRefund(context, moved, told.status)
  }
  return now
}

const hasEnded = (state: WithdrawState) =>
  state === "canceled" || state === "failed"

/** A request that was thought never to have arrived did: it waits at the gateway, and would be paid. */
async function noteUnexpected(
  context: WithdrawContext,
  { id, state, amount, reference_id }: Withdraw,
  told: GatewayWithdraw
): Promise<void> {
  await context.store.noteGatewayId(id, told.id)
  const phase = withdrawPhase(told.status)
  if (phase !== "canceled" && phase !== "failed") {
    await context.raiseIssue(
      id,
      "paid_after_cancel",
      `THB ${amount} is ${told.status} at the gateway under ${reference_id}, though it is ${state} here.`
    )
  }
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
