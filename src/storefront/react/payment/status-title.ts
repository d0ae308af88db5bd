import type { PaymentStatus } from "../../index"
import type { Texts } from "../texts"

const TITLES: Record<PaymentStatus, keyof Texts> = {
  awaiting_payment: "titleAwaiting",
  processing: "titleProcessing",
  paid: "titlePaid",
  expired: "titleExpired",
  failed: "titleFailed",
  canceled: "titleCanceled",
  under_review: "titleUnderReview",
}

/**
 * A status of a newer server has the title of one that is being worked on; its message says the rest.
 *
 * @param isOver the time to pay has run out, and the shop has not said yet what became of the payment
 */
export const titleFor = (
  status: PaymentStatus,
  isOver: boolean,
  texts: Texts
): string =>
  texts[isOver || !(status in TITLES) ? "titleProcessing" : TITLES[status]]

/** A sign beside the words, for those who look before they read. */
export const MARKS: Record<PaymentStatus, string | null> = {
  awaiting_payment: null,
  processing: "…",
  paid: "✓",
  expired: "!",
  failed: "!",
  canceled: "×",
  under_review: "?",
}
