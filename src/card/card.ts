/**
 * The Thai QR card: band, mark, code, payee, amount. The page and the mail draw the same one, each with its own means: a
 * browser has fonts, and a server has none.
 *
 * The words stand where the standard's card has its artwork. PromptPay's mark belongs to the Bank of Thailand's scheme,
 * and no public text was found that lets others redraw it.
 */

/** Lengths in units of the card's own width of 360. */
export const CARD = {
  width: 360,
  height: 560,
  band: 60,
  mark: { x: 70, y: 72, width: 220, height: 34, radius: 6 },
  /** With the white modules around it. */
  code: { x: 24, y: 112, size: 312 },
} as const

const BAND_WORDS = "THAI QR PAYMENT"
const MARK_WORDS = "พร้อมเพย์ PromptPay"

/** The band's dark blue, by which people know the card. */
export const BAND_COLOR = "#113566"
export const INK = { strong: "#111827", soft: "#4b5563" } as const

/** A line of text in the middle of the card. */
export interface CardLine {
  text: string
  /** The baseline. */
  y: number
  size: number
  ink: "band" | "mark" | "strong" | "soft"
}

/** What a card tells, in words. */
export interface CardFacts {
  /** The shop's name. */
  payee?: string | undefined
  /** `฿1,290.50` */
  amount: string
  reference: string
  /** The end of the time to pay, where there is one. */
  until?: string | undefined
}

/** The card's lines from the top down. */
export function cardLines({
  payee,
  amount,
  reference,
  until,
}: CardFacts): CardLine[] {
  const lines: (CardLine | undefined)[] = [
    { text: BAND_WORDS, y: 38, size: 22, ink: "band" },
    { text: MARK_WORDS, y: 95, size: 16, ink: "mark" },
    payee ? { text: payee, y: 448, size: 19, ink: "strong" } : undefined,
    { text: amount, y: payee ? 490 : 474, size: 36, ink: "strong" },
    { text: reference, y: 518, size: 14, ink: "soft" },
    until ? { text: until, y: 541, size: 14, ink: "soft" } : undefined,
  ]
  return lines.filter((line) => line !== undefined)
}

/** Enough of a reference to name a payment by: `order_01M7Y1X5581X6HNMH6VCVNT5A4.2` is `VNT5A4.2`. */
export const shortReference = (reference: string): string =>
  /.{1,6}(\.\d+)?$/.exec(reference)?.[0] ?? reference
