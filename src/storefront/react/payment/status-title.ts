import type { One2PaysPayment, PaymentStatus } from "../../index"
import type { Texts } from "../texts/texts"

const TITLES: Record<PaymentStatus, keyof Texts> = {
  awaiting_payment: "titleAwaiting",
  processing: "titleProcessing",
  paid: "titlePaid",
  partially_paid: "titlePartiallyPaid",
  refunded: "titleRefunded",
  expired: "titleExpired",
  failed: "titleFailed",
  canceled: "titleCanceled",
  under_review: "titleUnderReview",
}

/**
 * The heading for a status. A status that only a newer server knows gets the heading of "processing", and its message
 * says the rest.
 *
 * @param isOver the time to pay has run out, and the shop has not told the outcome yet
 */
export function titleFor(
  { status, payment_method }: One2PaysPayment,
  isOver: boolean,
  texts: Texts
): string {
  if (isOver || !(status in TITLES)) {
    return texts.titleProcessing
  }
  return status === "awaiting_payment" && payment_method === "bank_transfer"
    ? texts.titleTransfer
    : texts[TITLES[status]]
}

/** A sign beside the heading, for people who look before they read. */
export const MARKS: Record<PaymentStatus, string | null> = {
  awaiting_payment: null,
  processing: "…",
  paid: "✓",
  partially_paid: "!",
  refunded: "↩",
  expired: "!",
  failed: "!",
  canceled: "×",
  under_review: "?",
}
