import { STATUS_WORDS } from "./payment-words"
import type { LocalizedText } from "./public-errors"

/** The words of the Thai QR card beside the amount. */
export const CARD_TEXTS = {
  reference: { en: "Ref. {reference}", th: "เลขอ้างอิง {reference}" },
  until: STATUS_WORDS.until,
} as const satisfies Record<string, LocalizedText>
