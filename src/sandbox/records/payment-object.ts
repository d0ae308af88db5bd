import { isoTime, isoTimeOrNull } from "../wire/iso-time"
import { formatAmount, formatThb, type AmountUnit } from "../wire/money"
import type { JsonObject } from "../wire/request-fields"
import {
  isFinal,
  type PaymentMethod,
  type PaymentRecord,
  type PaymentStatus,
} from "./payment-record"

/**
 * The proxy in every QR of the sandbox. No telephone number begins with two zeros, so a real banking
 * app that scans the code pays nobody.
 */
export const SANDBOX_PROMPTPAY_ID = "0000000000"

export interface NextAction {
  type: "display_qr_code" | "use_payment_app"
  paymentAppUrl: string
  qrCode?: { payload: string; promptpayId: string; expiresAt: string }
}

/** The payment as the API shows it: exactly the keys of payments/retrieve. */
export interface PaymentObject {
  id: string
  amount: string
  currency: "THB"
  status: PaymentStatus
  paymentMethod: PaymentMethod
  referenceId: string
  description: string | null
  metadata: JsonObject | null
  clientSecret: null
  nextAction: NextAction | null
  confirmedAt: string | null
  capturedAt: string | null
  canceledAt: string | null
  expiresAt: string
  createdAt: string
  updatedAt: string
}

/** The API's payment, with facts that only the sandbox knows. */
export interface SandboxPayment extends PaymentObject {
  payUrl: string
  /** THB that the merchant asked for. */
  requestedThb: string
  /** THB of all receipts: a customer can pay twice. */
  receivedThb: string
  payer: PaymentRecord["payer"]
}

export interface PaymentView {
  unit: AmountUnit
  /** The sandbox's address for a customer's browser. */
  publicUrl: string
  /** False withholds the next action of every payment, as while the gateway still verifies the payer's account. */
  showsNextAction: boolean
  /** `use_payment_app` shows no QR code, only the link to the pay page. */
  nextActionType: NextAction["type"]
  /** A payment shows its next action from this read on; the answer to its creation is none. */
  nextActionFromRead: number
}

function payUrl(payment: PaymentRecord, view: PaymentView): string {
  return `${view.publicUrl}/pay/${payment.token}`
}

/** A QR code for PromptPay, only a link to the pay page for a bank transfer, null for a final payment and before its time. */
export function nextAction(
  payment: PaymentRecord,
  view: PaymentView
): NextAction | null {
  const isEarly = (payment.reads ?? 0) < view.nextActionFromRead
  if (isFinal(payment.status) || !view.showsNextAction || isEarly) {
    return null
  }
  const paymentAppUrl = payUrl(payment, view)
  if (payment.qrPayload === null || view.nextActionType === "use_payment_app") {
    return { type: "use_payment_app", paymentAppUrl }
  }
  return {
    type: "display_qr_code",
    paymentAppUrl,
    qrCode: {
      payload: payment.qrPayload,
      promptpayId: SANDBOX_PROMPTPAY_ID,
      expiresAt: isoTime(payment.expiresAt),
    },
  }
}

export function paymentObject(
  payment: PaymentRecord,
  view: PaymentView
): PaymentObject {
  return {
    id: payment.id,
    amount: formatAmount(payment.amountSatang, view.unit),
    currency: "THB",
    status: payment.status,
    paymentMethod: payment.paymentMethod,
    referenceId: payment.referenceId,
    description: payment.description,
    metadata: payment.metadata,
    clientSecret: null,
    nextAction: nextAction(payment, view),
    confirmedAt: isoTimeOrNull(payment.confirmedAt),
    capturedAt: isoTimeOrNull(payment.capturedAt),
    canceledAt: isoTimeOrNull(payment.canceledAt),
    expiresAt: isoTime(payment.expiresAt),
    createdAt: isoTime(payment.createdAt),
    updatedAt: isoTime(payment.updatedAt),
  }
}

export function sandboxPayment(
  payment: PaymentRecord,
  view: PaymentView
): SandboxPayment {
  return {
    ...paymentObject(payment, view),
    payUrl: payUrl(payment, view),
    requestedThb: formatThb(payment.requestedSatang),
    receivedThb: formatThb(payment.receivedSatang),
    payer: payment.payer,
  }
}
