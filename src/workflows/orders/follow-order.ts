import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  createStep,
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  staffMessage,
  type PublicErrorCode,
  isPublicErrorCode,
} from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import {
  isMoney,
  loadOrderFacts,
  owedThrough,
  type OrderFacts,
} from "../../modules/one2pays/core/order-facts"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { isUnended } from "../../modules/one2pays/payments/lifecycle"
import type { Payment } from "../../modules/one2pays/payments/payment"
import { notifyAdminWorkflow } from "../notices/notify-admin"
import { cancelOne2PaysPaymentWorkflow } from "../payments/cancel-payment"
import { openNextPaymentWorkflow } from "../payments/open-next-payment"
import { settleQuietly } from "../payments/settle-quietly"
import { askForOwed } from "./ask-for-rest"

export interface FollowOrderInput {
  order_id: string
}

/**
 * Makes the payment of an order ask for what the order owes now. It replaces one that asks for another amount, and cancels
 * one whose order owes nothing. It makes the next payment where an earlier replacement failed. Of an order that was paid
 * in part, a payment collection asks for the rest. The merchant hears of one that was paid too much. It never throws for a
 * failure of the gateway: the reconciliation tries again.
 */
const followOrderStep = createStep(
  "one2pays-follow-order",
  async ({ order_id }: FollowOrderInput, { container }) => {
    const { payments } = one2paysOf(container)
    const known = await payments.listOfOrder(order_id)
    const order =
      known.length > 0
        ? await loadOrderFacts(queryOf(container), order_id)
        : null
    const isClosed = !order || order.canceled
    await payments.dropReplacement(
      known
        .filter(
          ({ state, replace_requested_at }) =>
            replace_requested_at && (isClosed || state === "succeeded")
        )
        .map(({ id }) => id)
    )
    if (isClosed) {
      return new StepResponse({ has_failed: false })
    }
    let has_failed = false
    const [latest] = known
    for (const payment of known) {
      if (needsToFollow(payment, order)) {
        const isDone = await (payment === latest && canFollow(payment, order)
          ? replace(container, order, payment)
          : cancel(container, order, payment))
        has_failed ||= !isDone
      }
    }
    if (owesUnasked(order)) {
      await askForRest(container, order)
    }
    if (isMoney(order.surplus)) {
      await tellSurplus(container, order)
    }
    return new StepResponse({ has_failed })
  }
)

/** Opens a payment over the new amount for an unpaid order that owes another amount than its payment asks for. */
export const followOrderWorkflow = createWorkflow(
  "one2pays-follow-order",
  (input: FollowOrderInput) => new WorkflowResponse(followOrderStep(input))
)

/** Whether an order that was paid has come to another sum since, whatever becomes of its payments. */
export const isOutOfBalance = (order: OrderFacts): boolean =>
  !order.canceled && (isMoney(order.surplus) || owesUnasked(order))

/** Whether an order that was paid in part owes a rest for which no payment collection asks. */
const owesUnasked = (order: OrderFacts) =>
  isMoney(order.owed) && isMoney(order.paid) && !asksForRest(order)

/** Asks for the rest, unless another process has done so meanwhile, or has the order's turn. */
async function askForRest(
  container: MedusaContainer,
  { id }: OrderFacts
): Promise<void> {
  await one2paysOf(container).payments.turns.ifFree(id, async () => {
    const order = await loadOrderFacts(queryOf(container), id)
    if (order && !order.canceled && owesUnasked(order)) {
      await askForOwed(container, order)
    }
  })
}

/** Whether some payment collection asks for what is left. One that has taken money asks for no more. */
const asksForRest = (order: OrderFacts) =>
  order.collections.some(({ exact_owed }) => isMoney(exact_owed))

/** Whether a payment asks for another amount than its order owes, or was to be replaced and was not. */
function needsToFollow(payment: Payment, order: OrderFacts): boolean {
  if (payment.replaced_at || payment.state === "succeeded") {
    return false
  }
  return (
    payment.replace_requested_at !== null ||
    (isUnended(payment.state) &&
      payment.amount !== owedThrough(order, payment.payment_collection_id))
  )
}

/** Whether the order still owes money through the payment's collection, and the customer wants to pay it with One2Pays. */
const canFollow = ({ payment_collection_id }: Payment, order: OrderFacts) =>
  isMoney(owedThrough(order, payment_collection_id)) &&
  order.collections.some(
    ({ id, chosen_otherwise }) =>
      id === payment_collection_id && !chosen_otherwise
  )

async function replace(
  container: MedusaContainer,
  order: OrderFacts,
  payment: Payment
): Promise<boolean> {
  const { payments } = one2paysOf(container)
  // Before the turn: nobody may pay the old amount, whoever has the order now.
  await payments.requestReplacement([payment.id])
  const isDone = await payments.turns.ifFree(order.id, () =>
    quietly(container, order, payment, () =>
      openNextPaymentWorkflow(container).run({
        input: { payment_id: payment.id, replace_open: true },
      })
    )
  )
  // Another process is choosing the order's payment. The reconciliation looks at the order once more.
  return isDone ?? true
}

function cancel(
  container: MedusaContainer,
  order: OrderFacts,
  payment: Payment
): Promise<boolean> {
  const { id, state } = payment
  return quietly(container, order, payment, async () => {
    await one2paysOf(container).payments.dropReplacement([id])
    if (isUnended(state)) {
      await cancelOne2PaysPaymentWorkflow(container).run({
        input: { payment_id: id },
      })
    }
  })
}

/** The row says what has to happen, so the reconciliation goes on where this fails for a reason that passes. */
async function quietly(
  container: MedusaContainer,
  order: OrderFacts,
  { id }: Payment,
  act: () => Promise<unknown>
): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown }
    if (code === PAID) {
      // The customer paid the old amount a moment before.
      await one2paysOf(container).payments.dropReplacement([id])
      await settleQuietly(container, id)
      return true
    }
    logFailure(
      loggerOf(container),
      `the payment of order ${order.id} could not follow its amount now`,
      error
    )
    if (isPublicErrorCode(code) && IS_REFUSAL[code]) {
      await one2paysOf(container).payments.dropReplacement([id])
      // The order's own, and no failure of the gateway.
      return true
    }
    return false
  }
}

const PAID: PublicErrorCode = "one2pays_already_paid"

/** Whether the gateway, or a rule of ours, takes no such payment: another try would meet the same. */
const IS_REFUSAL: Record<PublicErrorCode, boolean> = {
  one2pays_already_paid: false,
  one2pays_amount_above_max: true,
  one2pays_amount_below_min: true,
  one2pays_amount_changed: false,
  one2pays_amount_invalid: true,
  one2pays_bank_refused: true,
  one2pays_busy: false,
  one2pays_currency_unsupported: true,
  one2pays_link_paid: false,
  one2pays_maintenance: false,
  one2pays_method_unavailable: true,
  one2pays_misconfigured: false,
  one2pays_name_mismatch: true,
  one2pays_order_canceled: true,
  one2pays_payer_invalid: true,
  one2pays_payer_not_yours: true,
  one2pays_payment_open: false,
  one2pays_rejected: true,
  one2pays_unavailable: false,
}

const tellSurplus = (container: MedusaContainer, order: OrderFacts) =>
  notifyAdminWorkflow(container).run({
    input: {
      title: staffMessage("overpaid_title"),
      description: staffMessage("overpaid", {
        order: order.id,
        surplus: order.surplus,
      }),
      link: `/orders/${order.id}`,
      idempotency_key: `one2pays-overpaid-${order.id}-${order.paid}-${order.surplus}`,
    },
  })
