import { paymentPhase, type GatewayPayment } from "../../../gateway"
import { staffText } from "../../../messages"
import type { Attempt, PaymentIssue, PaymentState } from "./payment-store"
import type { SessionFacts } from "../core/session-facts"

/** What reading a payment at the gateway says of one attempt. */
export interface Reading {
  state: PaymentState
  issue: { code: PaymentIssue; detail: string } | null
}

/**
 * Judges a payment that was read from the gateway against the attempt it was made for. Money
 * counts as this attempt's only under our reference, for our amount, in our currency and for
 * our session; anything else that is money is an issue.
 */
export function judgePayment(
  attempt: Attempt,
  payment: GatewayPayment
): Reading {
  const phase = paymentPhase(payment.status)
  if (phase !== "succeeded") {
    return { state: phase, issue: null }
  }
  return { state: "succeeded", issue: findMismatch(attempt, payment) }
}

function findMismatch(
  attempt: Attempt,
  payment: GatewayPayment
): Reading["issue"] {
  const session = payment.metadata?.session_id
  if (
    (payment.referenceId && payment.referenceId !== attempt.reference_id) ||
    (typeof session === "string" && session !== attempt.session_id)
  ) {
    return {
      code: "unknown_reference",
      detail: staffText("other_reference", {
        id: payment.id,
        found: payment.referenceId ?? "none",
        expected: attempt.reference_id ?? "none",
      }),
    }
  }
  if (payment.currency.toUpperCase() !== attempt.currency_code.toUpperCase()) {
    return {
      code: "currency_mismatch",
      detail: staffText("other_currency", {
        received: payment.amount,
        currency: payment.currency,
        expected: attempt.amount,
        expected_currency: attempt.currency_code.toUpperCase(),
      }),
    }
  }
  if (payment.amount !== attempt.amount) {
    return {
      code: "amount_mismatch",
      detail: staffText("other_amount", {
        received: payment.amount,
        expected: attempt.amount,
      }),
    }
  }
  return null
}

/** What is to be done about an attempt, given what Medusa knows of its session and order. */
export type Settlement =
  | { kind: "settle" }
  | { kind: "already_settled" }
  | { kind: "not_final" }
  | { kind: "ended"; state: "expired" | "failed" | "canceled" }
  | { kind: "issue"; issue: PaymentIssue; detail: string }

/** Decides what money that arrived (or did not) means for Medusa. Pure: the same facts, the same outcome. */
export function decideSettlement(
  attempt: Attempt,
  session: SessionFacts | null
): Settlement {
  switch (attempt.state) {
    case "initiated":
    case "creating":
    case "open":
      return { kind: "not_final" }
    case "expired":
    case "failed":
    case "canceled":
      return { kind: "ended", state: attempt.state }
    case "succeeded":
      return decideArrivedMoney(attempt, session)
    default:
      attempt.state satisfies never
      throw new Error(`[one2pays] unknown payment state`)
  }
}

function decideArrivedMoney(
  attempt: Attempt,
  session: SessionFacts | null
): Settlement {
  if (attempt.paid_back_at) {
    return { kind: "ended", state: "canceled" }
  }
  if (attempt.issue && !isClosedWithoutMoney(attempt)) {
    return {
      kind: "issue",
      issue: attempt.issue,
      detail: attempt.issue_detail ?? "",
    }
  }
  if (attempt.settled_at) {
    return { kind: "already_settled" }
  }
  // Before asking whether the session is paid: its order may have been rolled back and placed
  // again, and then what was captured is another attempt's money.
  if (!session?.order || session.order.id !== attempt.order_id) {
    return {
      kind: "issue",
      issue: "unknown_reference",
      detail: describeLostMoney(attempt, session),
    }
  }
  // Before asking that, too: what was captured is the money of the attempt that took this one's place.
  if (attempt.replaced_at) {
    return {
      kind: "issue",
      issue: "paid_after_cancel",
      detail: staffText("replaced", {
        amount: attempt.amount,
        reference: attempt.reference_id ?? "?",
        order: session.order.id,
      }),
    }
  }
  if (session.payment?.captured) {
    return { kind: "already_settled" }
  }
  if (session.order.canceled) {
    return {
      kind: "issue",
      issue: "paid_after_cancel",
      detail: staffText("order_canceled", {
        amount: attempt.amount,
        order: session.order.id,
      }),
    }
  }
  if (session.paid_otherwise) {
    return {
      kind: "issue",
      issue: "paid_twice",
      detail: staffText("paid_already", {
        amount: attempt.amount,
        order: session.order.id,
      }),
    }
  }
  if (session.amount !== attempt.amount) {
    return {
      kind: "issue",
      issue: "amount_mismatch",
      detail: staffText("order_changed", {
        received: attempt.amount,
        expected: session.amount,
      }),
    }
  }
  if (attempt.issue) {
    return {
      kind: "issue",
      issue: "paid_after_cancel",
      detail: staffText("qr_withdrawn", {
        amount: attempt.amount,
        order: session.order.id,
      }),
    }
  }
  return { kind: "settle" }
}

/** A QR that was withdrawn is an issue before any money comes. Whoever closed it has not seen the money that comes after all. */
const isClosedWithoutMoney = ({ issue, resolved_at }: Attempt) =>
  issue === "qr_amount_mismatch" && resolved_at !== null

/** Names whom money belongs to that came for an order which does not exist any more. */
export function describeLostMoney(
  attempt: Attempt,
  session: Pick<SessionFacts, "cart"> | null
): string {
  const cart = session?.cart
  const customer = cart?.email ?? cart?.customer_id
  const money = {
    amount: attempt.amount,
    reference: attempt.reference_id ?? "?",
    session: attempt.session_id,
  }
  if (!cart) {
    return staffText("order_lost", money)
  }
  return customer
    ? staffText("order_lost_of_customer", { ...money, cart: cart.id, customer })
    : staffText("order_lost_of_cart", { ...money, cart: cart.id })
}
