import type { LocalizedText } from "./public-errors"

/** The words that the plain page and the components share: of the form. */
export const FORM_WORDS = {
  method: { en: "How do you want to pay?", th: "เลือกวิธีชำระเงิน" },
  bank_transfer: { en: "Bank transfer", th: "โอนเงินผ่านธนาคาร" },
  account: {
    en: "The bank account you will pay from",
    th: "บัญชีธนาคารที่คุณจะใช้จ่าย",
  },
  why: {
    en: "We use it to match your transfer with this order. Neither the shop nor One2Pays can take money from it: you confirm the payment in your own banking app. We never ask for a password, PIN or OTP.",
    th: "ใช้เพื่อจับคู่เงินโอนกับคำสั่งซื้อนี้ ร้านและ One2Pays ตัดเงินจากบัญชีคุณไม่ได้ คุณเป็นผู้กดยืนยันเองในแอปธนาคาร เราไม่ขอรหัสผ่าน, PIN หรือ OTP",
  },
  bank: { en: "Bank", th: "ธนาคาร" },
  choose_bank: { en: "Choose your bank", th: "เลือกธนาคาร" },
  account_number: { en: "Account number", th: "เลขที่บัญชี" },
  amount: { en: "To pay", th: "ยอดที่ต้องชำระ" },
  pay: { en: "Continue to the payment", th: "ไปที่การชำระเงิน" },
  nothing: {
    en: "Nothing is left to pay here.",
    th: "ไม่มียอดที่ต้องชำระแล้ว",
  },
  unknown: {
    en: "This payment link is not valid any more. Please ask the shop.",
    th: "ลิงก์ชำระเงินนี้ใช้ไม่ได้แล้ว กรุณาติดต่อร้านค้า",
  },
} as const satisfies Record<string, LocalizedText>

/** A payment that waits or has ended, on the same pages. */
export const STATUS_WORDS = {
  from: { en: "Pay from {bank} {last4}", th: "จ่ายจาก {bank} {last4}" },
  until: { en: "Pay before {time}", th: "ชำระก่อน {time} น." },
  reference: { en: "Reference", th: "เลขอ้างอิง" },
  check: {
    en: "I have paid: check the status",
    th: "ฉันชำระแล้ว ตรวจสอบสถานะ",
  },
  again: { en: "Start a new payment", th: "ทำรายการใหม่" },
  under_way: {
    en: "If the money has left your account, please do not pay again. Press “I have paid”, and we will look for it.",
    th: "หากเงินออกจากบัญชีคุณแล้ว กรุณาอย่าชำระซ้ำ กด “ฉันชำระแล้ว” เพื่อให้เราตรวจสอบก่อน",
  },
  under_way_transfer: {
    en: "If you have transferred the money, please do not transfer again. It can take 5–30 minutes to arrive.",
    th: "หากโอนเงินไปแล้ว กรุณาอย่าโอนซ้ำ ยอดอาจใช้เวลา 5–30 นาทีจึงจะเข้า",
  },
} as const satisfies Record<string, LocalizedText>
