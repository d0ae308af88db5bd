import type { LocalizedText } from "./public-errors"

/** The words of the Thai QR card beside the amount. */
export const CARD_TEXTS = {
  reference: { en: "Ref. {reference}", th: "เลขอ้างอิง {reference}" },
  until: { en: "Pay before {time}", th: "ชำระก่อน {time} น." },
} as const satisfies Record<string, LocalizedText>
