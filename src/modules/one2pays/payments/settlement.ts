import { staffMessage, type Message } from "../../../messages"
import type { Payment, PaymentIssue } from "./payment"
import type { SessionFacts } from "../core/session-facts"

/** The outcome for a payment, given the facts that Medusa has of its session and order. */
export type Settlement =
  | { kind: "settle" }
  | { kind: "already_settled" }
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
  session: SessionFacts | null
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
      return decideArrivedMoney(payment, session)
    default:
      payment.state satisfies never
      throw new Error(`[one2pays] unknown payment state`)
  }
}

function decideArrivedMoney(
  payment: Payment,
  session: SessionFacts | null
): Settlement {
  if (payment.paid_back_at) {
    return { kind: "ended", state: "canceled" }
  }
  if (payment.issue && !isOfRefusedQr(payment)) {
    return {
      kind: "issue",
      issue: payment.issue,
      message: null,
    }
  }
  if (payment.settled_at) {
    return { kind: "already_settled" }
  }
  // This comes before the question whether the session is paid: its order may have been rolled back and placed again,
  // and then the captured money is another payment's.
  if (!session?.order || session.order.id !== payment.order_id) {
    return {
      kind: "issue",
      issue: "order_rolled_back",
      message: describeLostMoney(payment, session),
    }
  }
  // This comes before that question, too: the captured money is that of the payment which replaced this one.
  if (payment.replaced_at) {
    return {
      kind: "issue",
      issue: "paid_after_cancel",
      message: staffMessage("replaced", {
        amount: payment.amount,
        reference: payment.reference_id ?? "?",
        order: session.order.id,
      }),
    }
  }
  if (session.payment?.captured && !payment.issue) {
    return { kind: "already_settled" }
  }
  if (session.order.canceled) {
    return {
      kind: "issue",
      issue: "paid_after_cancel",
      message: staffMessage("order_canceled", {
        amount: payment.amount,
        order: session.order.id,
      }),
    }
  }
  if (session.paid_otherwise) {
    return {
      kind: "issue",
      issue: "paid_twice",
      message: staffMessage("paid_already", {
        amount: payment.amount,
        order: session.order.id,
      }),
    }
  }
  if (session.amount !== payment.amount) {
    return {
      kind: "issue",
      issue: "amount_mismatch",
      message: staffMessage("order_changed", {
        received: payment.amount,
        expected: session.amount,
      }),
    }
  }
  if (payment.issue) {
    return {
      kind: "issue",
      issue: "paid_after_cancel",
      message: staffMessage("qr_withdrawn", {
        amount: payment.amount,
        order: session.order.id,
      }),
    }
  }
  return { kind: "settle" }
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
