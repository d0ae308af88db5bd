import { MathBN } from "@medusajs/framework/utils"
import { staffMessage, type Message } from "../../../messages"
import { isMoney, owedThrough, type OrderFacts } from "../core/order-facts"
import { askedAmount } from "./judge/asked-amount"
import type { Booking, PaymentFacts, SessionFacts } from "../core/session-facts"
import type { Payment, PaymentIssue } from "./payment"

/** The outcome for a payment, given the facts that Medusa has of its session and order. */
export type Settlement =
  | { kind: "settle" }
  | { kind: "already_settled" }
  /** Core has captured the money, and is about to book it in the order. */
  | { kind: "being_booked" }
  | { kind: "not_final" }
  | { kind: "ended"; state: "expired" | "failed" | "canceled" }
  /** `message` is null for an issue that the payment has already. */
  | { kind: "issue"; issue: PaymentIssue; message: Message | null }

/**
 * Decides what money that arrived (or did not) means for Medusa. The function is pure: the same facts give the same
 * outcome.
 */
export function decideSettlement(
  payment: Payment,
  facts: PaymentFacts
): Settlement {
  switch (payment.state) {
    case "initiated":
    case "creating":
    case "open":
      return { kind: "not_final" }
    case "expired":
    case "failed":
    case "canceled":
      return { kind: "ended", state: payment.state }
    case "succeeded":
      return decideArrivedMoney(payment, facts)
    default:
      payment.state satisfies never
      throw new Error(`[one2pays] unknown payment state`)
  }
}

function decideArrivedMoney(
  payment: Payment,
  { session, order }: PaymentFacts
): Settlement {
  if (payment.paid_back_at) {
    return { kind: "ended", state: "canceled" }
  }
  const own = order && session?.order?.id === order.id ? session : null
  // This comes before the issue, which is then about money that came beside the order's own.
  if (payment.settled_at) {
    return own?.payment?.booking === "cut_off"
      ? { kind: "settle" }
      : { kind: "already_settled" }
  }
  if (payment.issue && !isOfRefusedQr(payment)) {
    return {
      kind: "issue",
      issue: payment.issue,
      message: null,
    }
  }
  // This comes before the question whether the session is paid: its order may have been rolled back and placed again,
  // and then the captured money is another payment's.
  if (!order) {
    return {
      kind: "issue",
      issue: "order_rolled_back",
      message: describeLostMoney(payment, session),
    }
  }
  // The captured money of a session is that of the payment which replaced this one.
  if (own?.payment?.captured && !payment.replaced_at && !payment.issue) {
    return { kind: AFTER_CAPTURE[own.payment.booking] }
  }
  return decideOwedMoney(payment, own, order)
}

const AFTER_CAPTURE = {
  done: "already_settled",
  under_way: "being_booked",
  // Core's workflow books a capture that it finds unbooked, and nothing twice.
  cut_off: "settle",
} as const satisfies Record<Booking, Settlement["kind"]>

/** Decides about money that no process has given to its order yet: the order may take what it owes, and nothing else. */
function decideOwedMoney(
  payment: Payment,
  session: SessionFacts | null,
  order: OrderFacts
): Settlement {
  const issue = (code: PaymentIssue, message: Message): Settlement => ({
    kind: "issue",
    issue: code,
    message,
  })
  const money = { amount: payment.amount, order: order.id }
  const reference = payment.reference_id ?? "?"
  if (order.canceled) {
    return issue("paid_after_cancel", staffMessage("order_canceled", money))
  }
  if (!isMoney(order.owed) && (order.was_paid || isMoney(order.held))) {
    return issue("paid_twice", staffMessage("paid_already", money))
  }
  if (
    !session ||
    !order.collections.some(({ id }) => id === session.payment_collection_id)
  ) {
    return issue(
      "paid_after_cancel",
      staffMessage("request_deleted", { ...money, reference })
    )
  }
  if (payment.replaced_at) {
    return issue(
      "paid_after_cancel",
      staffMessage("replaced", { ...money, reference })
    )
  }
  const owed = owedThrough(order, session.payment_collection_id)
  if (MathBN.gt(payment.amount, owed) || session.amount !== payment.amount) {
    return issue(
      "amount_mismatch",
      staffMessage("order_changed", {
        received: askedAmount(payment),
        expected: MathBN.gt(payment.amount, owed) ? owed : session.amount,
      })
    )
  }
  return payment.issue
    ? issue("paid_after_cancel", staffMessage("qr_withdrawn", money))
    : { kind: "settle" }
}

/**
 * Whether the issue is of a refused QR: it tells staff of no money. Money that comes after all needs an issue of its own,
 * whether they have resolved this one or not.
 */
const isOfRefusedQr = ({ issue }: Payment) => issue === "qr_amount_mismatch"

/** Names the order, cart and customer of money that came for an order which does not exist any more. */
export function describeLostMoney(
  payment: Payment,
  session: Pick<SessionFacts, "cart"> | null
): Message {
  const cart = session?.cart
  const customer = cart?.email ?? cart?.customer_id
  const money = {
    amount: payment.amount,
    reference: payment.reference_id ?? "?",
    session: payment.session_id,
  }
  if (!cart) {
    return staffMessage("order_lost", money)
  }
  return customer
    ? staffMessage("order_lost_of_customer", {
        ...money,
        cart: cart.id,
        customer,
      })
    : staffMessage("order_lost_of_cart", { ...money, cart: cart.id })
}
