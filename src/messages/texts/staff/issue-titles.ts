import type { LocalizedText } from "../public-errors"

/** What staff call the issues of a payment. */
export const ISSUE_TITLES = {
  amount_mismatch: { en: "Wrong amount", th: "ยอดเงินไม่ตรง" },
  currency_mismatch: { en: "Wrong currency", th: "สกุลเงินไม่ถูกต้อง" },
  order_rolled_back: { en: "Order rolled back", th: "คำสั่งซื้อไม่สำเร็จ" },
  paid_after_cancel: { en: "Paid too late", th: "ชำระเงินช้าเกินไป" },
  paid_twice: { en: "Paid twice", th: "ชำระเงินซ้ำ" },
  qr_amount_mismatch: {
    en: "QR that does not fit",
    th: "คิวอาร์โค้ดไม่ตรงกับคำสั่งซื้อ",
  },
  refund_missing: { en: "Refund missing", th: "ค้างคืนเงิน" },
  unknown_reference: { en: "Money without an order", th: "เงินที่ไม่มีคำสั่งซื้อ" },
} as const satisfies Record<string, LocalizedText>
