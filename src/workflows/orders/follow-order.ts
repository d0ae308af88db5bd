import type { MedusaContainer } from "@medusajs/framework/types"
import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import {
  isPublicErrorCode,
  PUBLIC_ERRORS,
  type PublicErrorCode,
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

export interface FollowOrderInput {
  order_id: string
  /** Whether the merchant hears of an order that is paid too much. One that gives back goods expects to pay back. */
  tell_surplus?: boolean
}

/**
 * Makes the payment of an order ask for what the order owes now. It replaces one that asks for another amount, and cancels
 * one whose order owes nothing. It makes the next payment where an earlier replacement failed. It never throws: the
 * reconciliation tries again.
 */
const followOrderStep = createStep(
  "one2pays-follow-order",
  async ({ order_id, tell_surplus }: FollowOrderInput, { container }) => {
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
      return new StepResponse()
    }
    const [latest] = known
    for (const payment of known) {
      if (needsToFollow(payment, order)) {
        await (payment === latest && canFollow(payment, order)
          ? replace(container, order, payment)
          : cancel(container, order, payment))
      }
    }
    if (tell_surplus && isMoney(order.surplus)) {
      await tellSurplus(container, order)
    }
    return new StepResponse()
  }
)

/** Opens a payment over the new amount for an unpaid order that owes another amount than its payment asks for. */
export const followOrderWorkflow = createWorkflow(
  "one2pays-follow-order",
  (input: FollowOrderInput) => {
    followOrderStep(input)
  }
)

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

function replace(
  container: MedusaContainer,
  order: OrderFacts,
  payment: Payment
): Promise<void> {
  return quietly(container, order, payment, () =>
    openNextPaymentWorkflow(container).run({
      input: { payment_id: payment.id, replace_open: true },
    })
  )
}

function cancel(
  container: MedusaContainer,
  order: OrderFacts,
  payment: Payment
): Promise<void> {
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
): Promise<void> {
  try {
    await act()
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown }
    if (code === PAID) {
      // The customer paid the old amount a moment before.
      await one2paysOf(container).payments.dropReplacement([id])
      await settleQuietly(container, id)
      return
    }
    logFailure(
      loggerOf(container),
      `the payment of order ${order.id} could not follow its amount now`,
      error
    )
    if (isRefusal(code)) {
      await one2paysOf(container).payments.dropReplacement([id])
    }
  }
}

const PAID: PublicErrorCode = "one2pays_already_paid"

/** Whether the gateway, or a rule of ours, takes no payment for this order: then another try meets the same. */
const isRefusal = (code: unknown): boolean =>
  isPublicErrorCode(code) && PUBLIC_ERRORS[code].status !== 503

const tellSurplus = (container: MedusaContainer, order: OrderFacts) =>
  notifyAdminWorkflow(container).run({
    input: {
      title: "Order paid too much",
      description: `Order ${order.id} has been paid THB ${order.surplus} too much. Refund it from the order's page.`,
      idempotency_key: `one2pays-overpaid-${order.id}-${order.paid}-${order.surplus}`,
    },
  })
