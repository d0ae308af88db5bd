/** The locales that customers are answered in. */
export type Locale = "en" | "th"

export type LocalizedText = Readonly<Record<Locale, string>>

/** What a customer-facing error looks like on the wire, before its language is chosen. */
export interface PublicError {
  /** HTTP status of the answer. */
  status: 400 | 500 | 503
  /** Value of the `Retry-After` header in seconds; only where trying again later can help. */
  retryAfter?: number
  text: LocalizedText
}

/**
 * The stable codes that a shop's front end may branch on. The texts never carry the
 * gateway's own words: those are for the merchant's log.
 */
export const PUBLIC_ERRORS = {
  one2pays_maintenance: {
    status: 503,
    retryAfter: 60,
    text: {
      en: "Payment service is temporarily under maintenance. Please try again later.",
      th: "ระบบชำระเงินปิดปรับปรุงชั่วคราว กรุณาลองใหม่อีกครั้งในภายหลัง",
    },
  },
  one2pays_busy: {
    status: 503,
    retryAfter: 10,
    text: {
      en: "Payment service is busy right now. Please try again in a moment.",
      th: "ขณะนี้มีผู้ใช้บริการชำระเงินจำนวนมาก กรุณาลองใหม่อีกครั้งในอีกสักครู่",
    },
  },
  one2pays_unavailable: {
    status: 503,
    retryAfter: 15,
    text: {
      en: "We could not reach the payment service. You have not been charged. Please try again in a moment.",
      th: "ไม่สามารถเชื่อมต่อระบบชำระเงินได้ในขณะนี้ ยังไม่มีการเรียกเก็บเงิน กรุณาลองใหม่อีกครั้งในอีกสักครู่",
    },
  },
  one2pays_payer_invalid: {
    status: 400,
    text: {
      en: "Please check your bank account name, account number and bank, then try again.",
      th: "กรุณาตรวจสอบชื่อบัญชี เลขที่บัญชี และธนาคารของคุณ แล้วลองใหม่อีกครั้ง",
    },
  },
  one2pays_currency_unsupported: {
    status: 400,
    text: {
      en: "This payment method only accepts Thai baht (THB). Please choose another payment method.",
      th: "ช่องทางนี้รับชำระเป็นเงินบาท (THB) เท่านั้น กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_amount_invalid: {
    status: 400,
    text: {
      en: "This amount cannot be paid with this payment method. Please choose another payment method.",
      th: "ไม่สามารถชำระยอดนี้ด้วยช่องทางนี้ได้ กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_rejected: {
    status: 400,
    text: {
      en: "The payment could not be started. Please try again or choose another payment method.",
      th: "ไม่สามารถเริ่มรายการชำระเงินได้ กรุณาลองใหม่อีกครั้ง หรือเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_misconfigured: {
    status: 500,
    text: {
      en: "We cannot take this payment right now. Please choose another payment method or contact the shop.",
      th: "ขออภัย ขณะนี้ไม่สามารถรับชำระเงินช่องทางนี้ได้ กรุณาเลือกวิธีชำระเงินอื่น หรือติดต่อร้านค้า",
    },
  },
} as const satisfies Record<string, PublicError>

export type PublicErrorCode = keyof typeof PUBLIC_ERRORS

export function isPublicErrorCode(code: unknown): code is PublicErrorCode {
  return typeof code === "string" && Object.hasOwn(PUBLIC_ERRORS, code)
}
