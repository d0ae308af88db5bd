import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { PaymentStore } from "../payments/payment-store"
import type { PaymentIssue } from "../payments/payment"
import type { WithdrawStore } from "../withdraws/withdraw-store"
import type { WithdrawIssue, WithdrawKind } from "../withdraws/withdraw"

/**
 * Emitted once for each issue. Data: `id` of the payment, `order_id`, `reference_id`, `issue`,
 * `detail`, `amount` (THB in major units, text).
 */
export const NEEDS_ATTENTION = "one2pays.payment.needs_attention"

export interface NeedsAttention {
  id: string
  order_id: string | null
  reference_id: string | null
  issue: PaymentIssue
  detail: string
  amount: string
}

/** Tells the merchant of an issue, whichever instance and however many of them found it. */
export async function announceIssue(
  {
    store,
    logger,
    bus,
  }: {
    store: PaymentStore
    logger: Logger
    bus: IEventBusModuleService | undefined
  },
  paymentId: string
): Promise<void> {
  const payment = await store.issues.claimAnnouncement(paymentId)
  if (!payment?.issue) {
    return
  }
  const data: NeedsAttention = {
    id: payment.id,
    order_id: payment.order_id,
    reference_id: payment.reference_id,
    issue: payment.issue,
    detail: payment.issue_detail ?? "",
    amount: payment.amount,
  }
  logger.warn(
    `[one2pays] payment ${payment.reference_id ?? payment.id} needs attention (${data.issue}): ${data.detail}`
  )
  await bus?.emit({ name: NEEDS_ATTENTION, data })
}

/** As `NEEDS_ATTENTION`, for a withdraw. Data: `id`, `kind`, `order_id`, `reference_id`, `issue`, `detail`, `amount`. */
export const WITHDRAW_NEEDS_ATTENTION = "one2pays.withdraw.needs_attention"

export interface WithdrawNeedsAttention extends Omit<NeedsAttention, "issue"> {
  kind: WithdrawKind
  issue: WithdrawIssue
}

/** Tells the merchant of a withdraw's issue, once. */
export async function announceWithdrawIssue(
  {
    store,
    logger,
    bus,
  }: {
    store: WithdrawStore
    logger: Logger
    bus: IEventBusModuleService | undefined
  },
  withdrawId: string
): Promise<void> {
  const withdraw = await store.issues.claimAnnouncement(withdrawId)
  if (!withdraw?.issue) {
    return
  }
  const data: WithdrawNeedsAttention = {
    id: withdraw.id,
    kind: withdraw.kind,
    order_id: withdraw.order_id,
    reference_id: withdraw.reference_id,
    issue: withdraw.issue,
    detail: withdraw.issue_detail ?? "",
    amount: withdraw.amount,
  }
  logger.warn(
    `[one2pays] withdraw ${withdraw.reference_id} needs attention (${data.issue}): ${data.detail}`
  )
  await bus?.emit({ name: WITHDRAW_NEEDS_ATTENTION, data })
}
