import type { PaymentStatus } from "../../index"
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
export const titleFor = (
  status: PaymentStatus,
  isOver: boolean,
  texts: Texts
): string =>
  texts[isOver || !(status in TITLES) ? "titleProcessing" : TITLES[status]]

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
