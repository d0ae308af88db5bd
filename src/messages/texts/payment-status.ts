import type { LocalizedText } from "./public-errors"

/** The states of a payment as a customer sees them. */
export type PaymentDisplayStatus =
  | "awaiting_payment"
  | "processing"
  | "paid"
  | "partially_paid"
  | "refunded"
  | "expired"
  | "failed"
  | "canceled"
  | "under_review"

/** In place of `awaiting_payment`, while the gateway has not told yet where to pay. */
export const CHECKING_ACCOUNT: LocalizedText = {
  en: "We are checking your account. How to pay appears here in a moment.",
  th: "กำลังตรวจสอบบัญชีของคุณ วิธีชำระเงินจะแสดงที่นี่ในอีกสักครู่",
}

export const PAYMENT_STATUS_TEXT: Record<PaymentDisplayStatus, LocalizedText> =
  {
    awaiting_payment: {
      en: "Waiting for your payment.",
      th: "รอการชำระเงิน",
    },
    processing: {
      en: "We are preparing your payment. This takes a moment.",
      th: "กำลังเตรียมรายการชำระเงิน กรุณารอสักครู่",
    },
    paid: {
      en: "Payment received. Thank you.",
      th: "ได้รับการชำระเงินเรียบร้อยแล้ว ขอบคุณที่ใช้บริการ",
    },
    partially_paid: {
      en: "Part of this order is paid. The rest is still to be paid.",
      th: "คำสั่งซื้อนี้ชำระแล้วบางส่วน ยังมียอดคงเหลือที่ต้องชำระ",
    },
    refunded: {
      en: "Your payment has been refunded. If the money has not arrived yet, it is on its way.",
      th: "ทางร้านคืนเงินให้แล้ว หากยังไม่ได้รับ เงินกำลังโอนไปยังบัญชีของคุณ",
    },
    expired: {
      en: "The time to pay has run out. If you have already paid, your order will be updated shortly.",
      th: "หมดเวลาชำระเงินแล้ว หากคุณชำระเงินไปแล้ว ระบบจะอัปเดตสถานะคำสั่งซื้อให้ในไม่ช้า",
    },
    failed: {
      en: "The payment did not go through.",
      th: "การชำระเงินไม่สำเร็จ",
    },
    canceled: {
      en: "The payment was canceled.",
      th: "รายการชำระเงินถูกยกเลิกแล้ว",
    },
    under_review: {
      en: "We have received money for this order and are checking it. Please do not pay again. The shop will contact you.",
      th: "ได้รับเงินสำหรับคำสั่งซื้อนี้แล้ว อยู่ระหว่างการตรวจสอบ กรุณาอย่าชำระซ้ำ ทางร้านจะติดต่อกลับ",
    },
  }
