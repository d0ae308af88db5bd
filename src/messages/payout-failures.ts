import { merchantText } from "./gateway-errors"
import type { Locale, LocalizedText } from "./texts/public-errors"

/** Texts for the failures of payouts for which the gateway names no code. */
const OWN: Readonly<Record<string, LocalizedText>> = {
  failed_at_gateway: {
    en: "The payout failed at One2Pays. Ask its support why.",
    th: "การจ่ายเงินออกไม่สำเร็จที่ One2Pays กรุณาสอบถาม One2Pays ถึงสาเหตุ",
  },
  returned_by_bank: {
    en: "The bank sent the money back after it had been paid. Ask the beneficiary for the right account.",
    th: "ธนาคารตีเงินกลับหลังจากจ่ายแล้ว กรุณาสอบถามเลขที่บัญชีที่ถูกต้องจากผู้รับเงิน",
  },
  max_amount: {
    en: "The amount was above the limit for one payout.",
    th: "จำนวนเงินเกินวงเงินต่อรายการ",
  },
  daily_limit: {
    en: "The amount was above what was left of the day's limit.",
    th: "จำนวนเงินเกินวงเงินที่เหลือของวัน",
  },
  balance: {
    en: "The amount was above what was left in the wallet.",
    th: "จำนวนเงินเกินยอดเงินคงเหลือ",
  },
  account_number_sealed: {
    en: "The account number does not open with the present keys. See options.encryptionKey.",
    th: "ไม่สามารถอ่านเลขที่บัญชีด้วยกุญแจปัจจุบันได้ ดู options.encryptionKey",
  },
}

/** Tells staff why a payout failed. A code without a text stands for itself. */
export function describePayoutFailure(code: string, locale: Locale): string {
  const own = Object.hasOwn(OWN, code) ? OWN[code] : undefined
  return (own ?? merchantText(code))?.[locale] ?? code
}
