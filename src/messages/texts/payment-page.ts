import { FORM_WORDS, STATUS_WORDS } from "./payment-words"
import type { LocalizedText } from "./public-errors"

/** The texts of the plain page of a payment link, for shops without a storefront. */
export const PAYMENT_PAGE = {
  ...FORM_WORDS,
  ...STATUS_WORDS,
  title: { en: "Payment", th: "ชำระเงิน" },
  order: { en: "Order {number}", th: "คำสั่งซื้อเลขที่ {number}" },
  promptpay: { en: "PromptPay (QR)", th: "พร้อมเพย์ (สแกน QR)" },
  account_name: {
    en: "Account name, as in your banking app",
    th: "ชื่อบัญชี ตามที่แสดงในแอปธนาคาร",
  },
  log_in: { en: "Log in at the shop", th: "เข้าสู่ระบบที่ร้าน" },
  scan: {
    en: "Open your banking app, choose Scan, and scan this QR code, or a picture of it.",
    th: "เปิดแอปธนาคาร เลือกสแกน แล้วสแกน QR นี้ หรือเลือกภาพ QR จากคลังภาพ",
  },
  open: { en: "Open the payment page", th: "เปิดหน้าชำระเงิน" },
  updates: {
    en: "This page updates automatically when the money has arrived.",
    th: "เมื่อเงินเข้าแล้ว หน้านี้จะแจ้งผลอัตโนมัติ",
  },
} as const satisfies Record<string, LocalizedText>
