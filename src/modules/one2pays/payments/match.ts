import { MathBN } from "@medusajs/framework/utils"
import {
  paymentPhase,
  type AmountUnit,
  type GatewayPayment,
} from "../../../gateway"
import { staffMessage, type Message } from "../../../messages"
import { checkOpenPayment } from "./check-qr"
import type { Payment, PaymentIssue, PaymentState } from "./payment"

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
 * Finds a difference in a settled payment: the gateway shows more money than the order took, or no longer the money
 * that it did.
 */
export function findSurplus(
  payment: Payment,
  gatewayPayment: GatewayPayment
): Reading["issue"] {
  const { amount, status } = gatewayPayment
  if (paymentPhase(status) !== "succeeded") {
    return {
      code: "amount_mismatch",
      message: staffMessage("settled_then_other", {
        amount: payment.amount,
        status,
      }),
    }
  }
  const mismatch = findMismatch(payment, gatewayPayment)
  return mismatch?.code === "amount_mismatch" &&
    MathBN.gt(amount, payment.amount)
    ? {
        code: "paid_twice",
        message: staffMessage("surplus", {
          received: amount,
          expected: payment.amount,
          surplus: surplusOf(payment, amount),
        }),
      }
    : mismatch
}

/** The THB that came beyond what the order of a settled payment took. */
export const surplusOf = ({ amount }: Payment, received: string): string =>
  MathBN.sub(received, amount).toFixed(2)

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
  if (gatewayPayment.amount !== payment.amount) {
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
