import {
  fromGatewayAmount,
  withdrawPhase,
  type GatewayWithdraw,
  type WebhookEvent,
} from "../../../../gateway"
import { staffMessage, type MessageKey, type Words } from "../../../../messages"
import { judgeUnit } from "../../gateway-state/judge-unit"
import { gatewayDate } from "../../shared/gateway-date"
import type { WithdrawContext } from "../context"
import type { IssueFound } from "../store/issue-of-change"
import type { Told } from "../store/moves"
import { hasEndedUnpaid, type WithdrawState } from "../../withdraw-rules/state"
import type { Withdraw } from "../withdraw"

/** The actor who had the gateway cancel it, and their reason. Absent when the gateway did so itself. */
export interface Cause {
  actor: string
  /** The user behind the actor. */
  person: string | null
  reason: Words
}

/** Records a withdraw as the gateway shows it. A difference from the request raises an issue. */
export async function recordWithdraw(
  context: WithdrawContext,
  withdraw: Withdraw,
  told: GatewayWithdraw,
  cancellation?: Cause
): Promise<Withdraw> {
  const { store } = context
  const to = stateOf(withdraw, told)
  const mismatch: IssueFound | undefined =
    told.amount === withdraw.amount
      ? undefined
      : {
          issue: "amount_mismatch",
          message: staffMessage("withdraw_amount", {
            found: told.amount,
            reference: withdraw.reference_id,
            amount: withdraw.amount,
          }),
        }
  if (judgeUnit(told.amount, withdraw.amount) === "contradicted") {
    await context.unit.note("contradicted", withdraw.reference_id)
  }
  const moved = await store.move(withdraw.id, {
    to,
    ...((to === "canceled" && cancellation) || {
      actor: "gateway",
      reason: inWords(told.status),
    }),
    issue: mismatch,
    told: moneyOf(told),
    columns: {
      gateway_withdraw_id: told.id,
      gateway_status: told.status,
      gateway_created_at:
        withdraw.gateway_created_at ?? gatewayDate(told.createdAt),
      ...(to === "failed"
        ? {
            failure:
              withdraw.state === "paid"
                ? "returned_by_bank"
                : "failed_at_gateway",
          }
        : {}),
      ...(to === "paid" ? { failure: null } : {}),
    },
  })
  const now = moved ?? (await store.queries.find(withdraw.id)) ?? withdraw
  if (!moved && mismatch) {
    await context.issues.raise(now.id, mismatch.issue, mismatch.message)
  } else if (
    !moved &&
    hasEndedUnpaid(now.state) &&
    // It had ended before the process asked the gateway, or the plugin did not know that the gateway has it.
    (hasEndedUnpaid(withdraw.state) || !now.gateway_withdraw_id)
  ) {
    await noteUnexpected(context, now, told)
    return (await store.queries.find(now.id)) ?? now
  } else if (moved) {
    await announceIssueOf(context, moved)
  }
  return now
}

/**
 * The gateway's word of the money: it takes a withdraw from the available balance when it creates it. A withdraw that
 * failed shows no time but that of its last change.
 */
const moneyOf = ({
  amount,
  createdAt,
  paidAt,
  canceledAt,
  updatedAt,
  status,
}: GatewayWithdraw): Told => {
  const ended = { paid: paidAt, canceled: canceledAt }
  const phase = withdrawPhase(status)
  return {
    taken: { amount, at: gatewayDate(createdAt) },
    moved: {
      amount,
      at:
        gatewayDate(
          phase === "paid" || phase === "canceled" ? ended[phase] : null
        ) ?? gatewayDate(updatedAt),
    },
  }
}

/**
 * Raises an issue for a withdraw that the gateway announces with another amount than was sent. Nobody documents the unit of
 * a webhook's amount, so an amount that fits in either unit is the right one.
 */
export async function compareAnnounced(
  { issues }: Pick<WithdrawContext, "issues">,
  { id, amount, reference_id }: Withdraw,
  { gatewayAmount }: WebhookEvent
): Promise<void> {
  if (
    gatewayAmount !== null &&
    (["satang", "baht"] as const).every(
      (unit) => fromGatewayAmount(gatewayAmount, unit) !== amount
    )
  ) {
    await issues.raise(
      id,
      "amount_mismatch",
      staffMessage("withdraw_announced", {
        found: gatewayAmount,
        reference: reference_id,
        amount,
      })
    )
  }
}

/**
 * Notes that a withdraw which ended here waits at the gateway, which would pay it. One cause is a request that seemed
 * never to have arrived.
 */
async function noteUnexpected(
  context: WithdrawContext,
  { id, state, amount, reference_id }: Withdraw,
  told: GatewayWithdraw
): Promise<void> {
  await context.store.noteGatewayId(id, told.id)
  const phase = withdrawPhase(told.status)
  if (phase !== "canceled" && phase !== "failed") {
    await context.issues.raise(
      id,
      "paid_after_cancel",
      staffMessage("still_at_gateway", {
        amount,
        status: told.status,
        reference: reference_id,
        state,
      })
    )
  }
}

/** Tells the merchant of the issue that a change raised, if it raised one. */
export async function announceIssueOf(
  { issues }: Pick<WithdrawContext, "issues">,
  { id, issue, issue_announced_at }: Withdraw
): Promise<void> {
  if (issue && !issue_announced_at) {
    await issues.announce(id)
  }
}

const STATUS_WORDS: ReadonlyMap<string, MessageKey & `at_gateway_${string}`> =
  new Map([
    ["pending", "at_gateway_pending"],
    ["processing", "at_gateway_processing"],
    ["paid", "at_gateway_paid"],
    ["failed", "at_gateway_failed"],
    ["canceled", "at_gateway_canceled"],
  ])

/** Names a state in the gateway's own words. An unknown status stands for itself. */
function inWords(status: string): Words {
  const key = STATUS_WORDS.get(status)
  return key ? staffMessage(key) : status
}

/**
 * The state for a status of the gateway. An unknown status is not final: the withdraw stays where it was, or counts as
 * accepted.
 */
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
