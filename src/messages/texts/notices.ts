import type { LocalizedText } from "./public-errors"

/** The notices in the feed of the admin panel. The text of an issue is its own. */
export const NOTICES = {
  payment_notice_title: {
    en: "Payment {reference} needs attention",
    th: "รายการชำระเงิน {reference} ต้องตรวจสอบ",
  },
  refund_notice_title: {
    en: "Refund {reference} needs attention",
    th: "รายการคืนเงิน {reference} ต้องตรวจสอบ",
  },
  payout_notice_title: {
    en: "Payout {reference} needs attention",
    th: "รายการถอนเงิน {reference} ต้องตรวจสอบ",
  },
  payment_of_order_notice_title: {
    en: "The payment of order #{order} needs attention",
    th: "การชำระเงินของคำสั่งซื้อ #{order} ต้องตรวจสอบ",
  },
  refund_of_order_notice_title: {
    en: "The refund of order #{order} needs attention",
    th: "การคืนเงินของคำสั่งซื้อ #{order} ต้องตรวจสอบ",
  },
  payout_of_order_notice_title: {
    en: "The pay-back of order #{order} needs attention",
    th: "การโอนเงินคืนของคำสั่งซื้อ #{order} ต้องตรวจสอบ",
  },
  open_again: {
    en: "Payout {payout} did not pay it back. {why}",
    th: "รายการถอนเงิน {payout} โอนคืนไม่สำเร็จ {why}",
  },
  cut_off_title: {
    en: "Order cut off",
    th: "การสั่งซื้อหยุดกลางคัน",
  },
  cut_off: {
    en: "The process that placed order {order} died half-way. Its customer can pay it now. See that its stock is reserved; its confirmation may not have been sent.",
    th: "ระบบหยุดทำงานระหว่างสร้างคำสั่งซื้อ {order} ลูกค้าชำระเงินได้แล้ว กรุณาตรวจสอบว่าจองสต็อกไว้แล้ว และอาจยังไม่ได้ส่งอีเมลยืนยัน",
  },
  overpaid_title: {
    en: "Order paid too much",
    th: "คำสั่งซื้อชำระเกิน",
  },
  overpaid: {
    en: "Order {order} has been paid THB {surplus} too much. Refund it from the order's page.",
    th: "คำสั่งซื้อ {order} ชำระเกินมา {surplus} บาท กรุณาคืนเงินจากหน้าคำสั่งซื้อ",
  },
  unpaid_canceled_title: {
    en: "Order canceled",
    th: "ยกเลิกคำสั่งซื้อแล้ว",
  },
  unpaid_canceled: {
    en: "Nobody has paid THB {owed} for order {order}, and its time to pay is over. It was canceled, and its stock is free again.",
    th: "ไม่มีการชำระเงิน {owed} บาท สำหรับคำสั่งซื้อ {order} และหมดเวลาชำระเงินแล้ว ระบบยกเลิกคำสั่งซื้อและคืนสต็อกแล้ว",
  },
  unpaid_kept_title: {
    en: "Order not paid",
    th: "คำสั่งซื้อยังไม่ชำระเงิน",
  },
  unpaid_kept: {
    en: "Nobody has paid THB {owed} for order {order}, and its time to pay is over. It was kept.",
    th: "ไม่มีการชำระเงิน {owed} บาท สำหรับคำสั่งซื้อ {order} และหมดเวลาชำระเงินแล้ว ระบบยังเก็บคำสั่งซื้อไว้",
  },
} as const satisfies Record<string, LocalizedText>
