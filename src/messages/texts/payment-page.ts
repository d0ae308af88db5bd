import type { LocalizedText } from "./public-errors"

/** The texts of the plain page of a payment link, for shops without a storefront. */
export const PAYMENT_PAGE = {
  title: { en: "Payment", th: "ชำระเงิน" },
  order: { en: "Order {number}", th: "คำสั่งซื้อเลขที่ {number}" },
  amount: { en: "To pay", th: "ยอดที่ต้องชำระ" },
  unknown: {
    en: "This payment link is not valid any more. Please ask the shop.",
    th: "ลิงก์ชำระเงินนี้ใช้ไม่ได้แล้ว กรุณาติดต่อร้านค้า",
  },
  nothing: {
    en: "Nothing is left to pay here.",
    th: "ไม่มียอดที่ต้องชำระแล้ว",
  },
  method: { en: "How do you want to pay?", th: "เลือกวิธีชำระเงิน" },
  promptpay: { en: "PromptPay (QR)", th: "พร้อมเพย์ (สแกน QR)" },
  bank_transfer: { en: "Bank transfer", th: "โอนเงินผ่านธนาคาร" },
  account: {
    en: "The bank account you will pay from",
    th: "บัญชีธนาคารที่คุณจะใช้ชำระเงิน",
  },
  why: {
    en: "We use it to match your transfer with this order. Neither the shop nor One2Pays can take money from it: you confirm the payment in your own banking app. We never ask for a password, PIN or OTP.",
    th: "ใช้จับคู่ยอดเงินที่คุณโอนกับคำสั่งซื้อนี้เท่านั้น ร้านค้าและ One2Pays หักเงินจากบัญชีนี้ไม่ได้ คุณเป็นผู้ยืนยันการชำระเงินเองในแอปธนาคารของคุณ เราไม่ขอรหัสผ่าน PIN หรือ OTP",
  },
  bank: { en: "Bank", th: "ธนาคาร" },
  choose_bank: { en: "Choose your bank", th: "กรุณาเลือกธนาคาร" },
  account_number: { en: "Account number", th: "เลขที่บัญชี" },
  account_name: {
    en: "Account name, as in your banking app",
    th: "ชื่อบัญชี ตามที่แสดงในแอปธนาคาร",
  },
  pay: { en: "Continue to the payment", th: "ไปที่การชำระเงิน" },
  again: { en: "Start a new payment", th: "ทำรายการใหม่" },
  scan: {
    en: "Open your banking app, choose Scan, and scan this QR code, or a picture of it.",
    th: "เปิดแอปธนาคาร เลือกสแกน แล้วสแกน QR นี้ หรือเลือกภาพ QR จากคลังภาพ",
  },
  from: {
    en: "Pay from {bank} ••{last4}",
    th: "จ่ายจาก {bank} ••{last4}",
  },
  until: { en: "Pay before {time}", th: "กรุณาชำระภายใน {time} น." },
  open: { en: "Open the payment page", th: "เปิดหน้าชำระเงิน" },
  reference: { en: "Reference: {reference}", th: "เลขอ้างอิง: {reference}" },
  under_way: {
    en: "If the money has left your account, please do not pay again. Press “I have paid”, and we will look for it.",
    th: "หากเงินออกจากบัญชีคุณแล้ว กรุณาอย่าชำระซ้ำ กด “ฉันชำระแล้ว” เพื่อให้เราตรวจสอบก่อน",
  },
  under_way_transfer: {
    en: "If you have transferred the money, please do not transfer again. It can take 5–30 minutes to arrive.",
    th: "หากโอนเงินไปแล้ว กรุณาอย่าโอนซ้ำ ยอดอาจใช้เวลา 5–30 นาทีจึงจะเข้า",
  },
  check: { en: "I have paid", th: "ฉันชำระแล้ว" },
  updates: {
    en: "This page updates automatically when the money has arrived.",
    th: "เมื่อเงินเข้าแล้ว หน้านี้จะแจ้งผลอัตโนมัติ",
  },
} as const satisfies Record<string, LocalizedText>
