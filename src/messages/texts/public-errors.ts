/** The plugin answers customers in these locales. */
export type Locale = "en" | "th"

export type LocalizedText = Readonly<Record<Locale, string>>

/** An error for a customer, before its language is chosen. */
export interface PublicError {
  /** HTTP status of the answer. */
  status: 400 | 403 | 409 | 500 | 503
  /** The `Retry-After` header in seconds. It is set only where a later try can help. */
  retryAfter?: number
  text: LocalizedText
}

/**
 * The stable error codes, on which a shop's front end may branch. The texts never carry the gateway's own words: those
 * are for the merchant's log.
 *
 * The Thai reads like the notices of a bank or a large shop: ขออภัย where we are at fault, กรุณา for what the customer
 * should do, and neither ค่ะ nor ครับ, which would give the shop a gender.
 */
export const PUBLIC_ERRORS = {
  one2pays_maintenance: {
    status: 503,
    retryAfter: 60,
    text: {
      en: "Payment service is temporarily under maintenance. Please try again later.",
      th: "ขออภัย ขณะนี้ระบบชำระเงินปิดปรับปรุงชั่วคราว กรุณาลองใหม่อีกครั้งภายหลัง",
    },
  },
  one2pays_busy: {
    status: 503,
    retryAfter: 10,
    text: {
      en: "Payment service is busy right now. Please try again in a moment.",
      th: "ขออภัย ขณะนี้มีผู้ใช้บริการชำระเงินเป็นจำนวนมาก กรุณารอสักครู่แล้วลองใหม่อีกครั้ง",
    },
  },
  // The text says "in this step", because a customer can meet it after having paid an earlier QR.
  one2pays_unavailable: {
    status: 503,
    retryAfter: 15,
    text: {
      en: "We could not reach the payment service. No money was taken in this step. Please try again in a moment.",
      th: "ขออภัย ไม่สามารถเชื่อมต่อระบบชำระเงินได้ในขณะนี้ ไม่มีการตัดเงินในขั้นตอนนี้ กรุณารอสักครู่แล้วลองใหม่อีกครั้ง",
    },
  },
  one2pays_payer_invalid: {
    status: 400,
    text: {
      en: "Please check your bank account name, account number and bank, then try again.",
      th: "กรุณาตรวจสอบชื่อบัญชี เลขที่บัญชี และธนาคารให้ถูกต้อง แล้วลองใหม่อีกครั้ง",
    },
  },
  one2pays_bank_refused: {
    status: 400,
    text: {
      en: "Accounts of this bank cannot be used here. Please choose another bank.",
      th: "ไม่รองรับบัญชีของธนาคารนี้ กรุณาเลือกธนาคารอื่น",
    },
  },
  one2pays_name_mismatch: {
    status: 400,
    text: {
      en: "The account name does not match the account number. Please enter the name exactly as your bank shows it.",
      th: "ชื่อบัญชีไม่ตรงกับเลขที่บัญชี กรุณากรอกชื่อให้ตรงกับที่ธนาคารแสดง",
    },
  },
  one2pays_payer_not_yours: {
    status: 403,
    text: {
      en: "This order belongs to a customer account. Please log in with it to pay from another bank account.",
      th: "คำสั่งซื้อนี้เป็นของสมาชิกร้าน กรุณาเข้าสู่ระบบด้วยบัญชีสมาชิกนั้นหากต้องการชำระจากบัญชีธนาคารอื่น",
    },
  },
  one2pays_currency_unsupported: {
    status: 400,
    text: {
      en: "This payment method only accepts Thai baht (THB). Please choose another payment method.",
      th: "วิธีชำระเงินนี้รองรับเฉพาะเงินบาท (THB) กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_amount_invalid: {
    status: 400,
    text: {
      en: "This amount cannot be paid with this payment method. Please choose another payment method.",
      th: "ไม่สามารถชำระยอดเงินนี้ด้วยวิธีนี้ได้ กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_amount_below_min: {
    status: 400,
    text: {
      en: "This amount is too small for this payment method. Please choose another payment method.",
      th: "ยอดเงินนี้ต่ำกว่าที่วิธีชำระเงินนี้รับได้ กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_amount_above_max: {
    status: 400,
    text: {
      en: "This amount is too large for this payment method. Please choose another payment method.",
      th: "ยอดเงินนี้สูงกว่าที่วิธีชำระเงินนี้รับได้ กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  // The order was not placed, or the request was not written: a fresh payment session asks for the right amount.
  one2pays_amount_changed: {
    status: 409,
    text: {
      en: "The amount to pay has changed. Please check the total and try again.",
      th: "ยอดที่ต้องชำระมีการเปลี่ยนแปลง กรุณาตรวจสอบยอดรวมแล้วลองใหม่อีกครั้ง",
    },
  },
  // A shop whose unit is not proved asks for no money by a way on which nobody sees the amount.
  one2pays_method_unavailable: {
    status: 409,
    text: {
      en: "Bank transfer is not available right now. Please choose another payment method.",
      th: "ขออภัย ขณะนี้ยังไม่สามารถชำระด้วยการโอนเงินผ่านธนาคารได้ กรุณาเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_rejected: {
    status: 400,
    text: {
      en: "The payment could not be started. Please try again or choose another payment method.",
      th: "ขออภัย ไม่สามารถทำรายการชำระเงินได้ กรุณาลองใหม่อีกครั้งหรือเลือกวิธีชำระเงินอื่น",
    },
  },
  one2pays_misconfigured: {
    status: 500,
    text: {
      en: "We cannot take this payment right now. Please choose another payment method or contact the shop.",
      th: "ขออภัย ขณะนี้ไม่สามารถรับชำระเงินด้วยวิธีนี้ได้ กรุณาเลือกวิธีชำระเงินอื่นหรือติดต่อร้านค้า",
    },
  },
  one2pays_already_paid: {
    status: 409,
    text: {
      en: "This order has already been paid. There is nothing more to do.",
      th: "คำสั่งซื้อนี้ชำระเงินเรียบร้อยแล้ว ไม่ต้องชำระเงินอีก",
    },
  },
  one2pays_payment_open: {
    status: 409,
    text: {
      en: "This order already has a payment waiting. Please use it, or wait until its time has run out.",
      th: "คำสั่งซื้อนี้มีรายการรอชำระเงินอยู่แล้ว กรุณาชำระรายการเดิม หรือรอจนกว่าจะหมดเวลาชำระเงิน",
    },
  },
  // The order owes more by now, and another payment collection asks for it.
  one2pays_link_paid: {
    status: 409,
    text: {
      en: "This payment link has already been paid. To pay the rest, please open the page of your order.",
      th: "ลิงก์นี้ชำระเงินแล้ว หากต้องการชำระส่วนที่เหลือ กรุณาเปิดหน้าคำสั่งซื้อของคุณ",
    },
  },
  one2pays_order_canceled: {
    status: 409,
    text: {
      en: "This order has been canceled and can no longer be paid. Please place a new order.",
      th: "คำสั่งซื้อนี้ถูกยกเลิกแล้วและไม่สามารถชำระเงินได้ กรุณาสั่งซื้อใหม่อีกครั้ง",
    },
  },
} as const satisfies Record<string, PublicError>

export type PublicErrorCode = keyof typeof PUBLIC_ERRORS

export function isPublicErrorCode(code: unknown): code is PublicErrorCode {
  return typeof code === "string" && Object.hasOwn(PUBLIC_ERRORS, code)
}
