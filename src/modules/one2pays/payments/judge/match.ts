import { MathBN } from "@medusajs/framework/utils"
import {
  paymentPhase,
  type AmountUnit,
  type GatewayPayment,
} from "../../../../gateway"
import { staffMessage, type Message } from "../../../../messages"
import { checkOpenPayment } from "./check-qr"
import { isSeenTo } from "../../issues/issue"
import type { Moved } from "../../ledger/movement"
import { gatewayDate } from "../../shared/gateway-date"
import { askedAmount } from "./asked-amount"
import type { Payment, PaymentIssue, PaymentState } from "../payment"

/** The gateway's answer about a payment, compared with ours. */
export interface Reading {
  state: PaymentState
  issue: { code: PaymentIssue; message: Message } | null
}

/**
 * Compares the gateway's payment with ours. Money counts as this payment's only under our reference, for our amount, in
 * our currency and for our session. Other money is an issue. So is an open payment that would ask the customer for other
 * money.
 */
export function matchPayment(
  payment: Payment,
  gatewayPayment: GatewayPayment,
  unit: AmountUnit
): Reading {
  const state = paymentPhase(gatewayPayment.status)
  switch (state) {
    case "succeeded":
      return { state, issue: findMismatch(payment, gatewayPayment) }
    case "open": {
      const message = checkOpenPayment(payment, gatewayPayment, unit)
      return {
        state,
        issue: message && { code: "qr_amount_mismatch", message },
      }
    }
    default:
      return { state, issue: null }
  }
}

/**
 * The money that came for a payment, by the gateway's own word and time. Of a further transfer the payment shows no time
 * but that of its last change. Null where no baht came.
 */
export function movedBy(
  { status, amount, currency, ...times }: GatewayPayment,
  { is_further = false } = {}
): Moved | null {
  const { capturedAt, confirmedAt, updatedAt } = times
  return paymentPhase(status) === "succeeded" &&
    currency.toUpperCase() === "THB"
    ? {
        amount,
        at:
          (is_further ? null : gatewayDate(capturedAt ?? confirmedAt)) ??
          gatewayDate(updatedAt),
      }
    : null
}

/**
 * Whether the money of a payment needs nobody any more: its order took it, it goes back, or staff closed its issue. Money
 * that the gateway shows beyond it has come since.
 */
export const isAccountedFor = ({
  state,
  settled_at,
  paid_back_at,
  issue,
  issue_message,
  ...seen
}: Payment): boolean =>
  state === "succeeded" &&
  (settled_at !== null ||
    paid_back_at !== null ||
    (isSeenTo(seen) &&
      // Without it nobody knows how much it was about.
      issue_message !== null &&
      // The issue of a refused QR is about no money.
      issue !== "qr_amount_mismatch"))

/**
 * Finds a difference in a payment whose money was accounted for: the gateway shows more money, or no longer the money
 * that the order took.
 *
 * @param wentBack THB that went back before
 */
export function findSurplus(
  payment: Payment,
  gatewayPayment: GatewayPayment,
  wentBack: string
): Reading["issue"] {
  const { amount: received, status } = gatewayPayment
  if (paymentPhase(status) !== "succeeded") {
    return (
      payment.settled_at && {
        code: "amount_mismatch",
        message: staffMessage("settled_then_other", {
          amount: payment.amount,
          status,
        }),
      }
    )
  }
  const mismatch = findMismatch(payment, gatewayPayment)
  if (mismatch && mismatch.code !== "amount_mismatch") {
    return mismatch
  }
  const known = sumKnown(payment, wentBack)
  const surplus = MathBN.sub(received, known)
  if (MathBN.gt(surplus, 0)) {
    return {
      code: "paid_twice",
      message: describeSurplus(
        payment,
        { received, known },
        surplus.toFixed(2)
      ),
    }
  }
  return payment.settled_at && MathBN.lt(received, payment.amount)
    ? mismatch
    : null
}

/** The THB of a payment that was accounted for, also by staff who closed its issue. */
export const sumKnown = (payment: Payment, wentBack: string): string =>
  largest(
    sumAccountedFor(payment, wentBack),
    isSeenTo(payment) ? receivedFor(payment) : null
  )

const describeSurplus = (
  { settled_at, amount }: Payment,
  { received, known }: { received: string; known: string },
  surplus: string
): Message =>
  settled_at && known === amount
    ? staffMessage("surplus", { received, expected: amount, surplus })
    : staffMessage("further_surplus", { received, known, surplus })

/**
 * The THB that came beyond the money of a payment that was accounted for before its open issue.
 *
 * @param wentBack THB that went back before
 */
export const surplusOf = (
  payment: Payment,
  received: string,
  wentBack: string
): string =>
  MathBN.sub(
    received,
    largest(sumAccountedFor(payment, wentBack), knownBefore(payment))
  ).toFixed(2)

/** The THB that was accounted for before the issue of a payment, as the issue tells it; null where it tells none. */
export const knownBefore = ({ issue_message }: Payment): string | null =>
  thbOf(issue_message, "known")

/** The THB that the issue of a payment is about. */
export const receivedFor = (payment: Payment): string =>
  thbOf(payment.issue_message, "received") ?? askedAmount(payment)

/** The THB that came for a payment, as far as the plugin knows. Null where none did, or other money than its own in baht. */
export const receivedOf = (payment: Payment): string | null =>
  payment.state === "succeeded" &&
  payment.issue !== "currency_mismatch" &&
  payment.issue !== "unknown_reference"
    ? receivedFor(payment)
    : null

/** The THB that paying back would send as things stand: what is owed, what came beyond the order's money, or all that came. */
export const unmatchedOf = (payment: Payment): string =>
  owedIn(payment) ??
  thbOf(payment.issue_message, "surplus") ??
  receivedFor(payment)

/** The THB that a customer is owed, as the issue of a missing refund tells it; null where it is another issue. */
export const owedIn = ({ issue, issue_message }: Payment): string | null =>
  issue === "refund_missing" ? thbOf(issue_message, "amount") : null

function thbOf(message: Message | null, place: string): string | null {
  const value = message?.values[place]
  return typeof value === "string" ? value : null
}

const sumAccountedFor = (payment: Payment, wentBack: string): string =>
  MathBN.add(payment.settled_at ? askedAmount(payment) : 0, wentBack).toFixed(2)

const largest = (one: string, other: string | null): string =>
  MathBN.max(one, other ?? 0).toFixed(2)

function findMismatch(
  payment: Payment,
  gatewayPayment: GatewayPayment
): Reading["issue"] {
  const session = gatewayPayment.metadata?.session_id
  if (
    (gatewayPayment.referenceId &&
      gatewayPayment.referenceId !== payment.reference_id) ||
    (typeof session === "string" && session !== payment.session_id)
  ) {
    return {
      code: "unknown_reference",
      message: staffMessage("other_reference", {
        id: gatewayPayment.id,
        found: gatewayPayment.referenceId ?? "none",
        expected: payment.reference_id ?? "none",
      }),
    }
  }
  if (
    gatewayPayment.currency.toUpperCase() !==
    payment.currency_code.toUpperCase()
  ) {
    return {
      code: "currency_mismatch",
      message: staffMessage("other_currency", {
        received: gatewayPayment.amount,
        currency: gatewayPayment.currency,
        expected: payment.amount,
        expected_currency: payment.currency_code.toUpperCase(),
      }),
    }
  }
  if (
    gatewayPayment.amount !== payment.amount &&
    gatewayPayment.amount !== payment.asked_amount
  ) {
    return {
      code: "amount_mismatch",
      message: staffMessage("other_amount", {
        received: gatewayPayment.amount,
        expected: payment.amount,
      }),
    }
  }
  return null
}
