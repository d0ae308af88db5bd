import type { LocalizedText } from "../public-errors"

/** The notices in the feed of the admin panel. The text of an issue is its own. */
export const NOTICES = {
  one_payment: {
    en: "A payment of THB {amount}",
    th: "การชำระเงิน {amount} บาท",
  },
  one_refund: {
    en: "A refund of THB {amount}",
    th: "การคืนเงิน {amount} บาท",
  },
  one_payout: {
    en: "A payout of THB {amount}",
    th: "การจ่ายเงินออก {amount} บาท",
  },
  payment_of_order: {
    en: "The payment of order {order}",
    th: "การชำระเงินของคำสั่งซื้อ {order}",
  },
  refund_of_order: {
    en: "The refund of order {order}",
    th: "การคืนเงินของคำสั่งซื้อ {order}",
  },
  payout_of_order: {
    en: "The pay-back of order {order}",
    th: "การโอนเงินคืนของคำสั่งซื้อ {order}",
  },
  needs_attention_title: {
    en: "{what} needs attention",
    th: "{what} ต้องตรวจสอบ",
  },
  failed_title: {
    en: "{what} failed",
    th: "{what} ไม่สำเร็จ",
  },
  returned_title: {
    en: "{what} came back from the bank",
    th: "{what} ถูกธนาคารตีเงินกลับ",
  },
  waits_for_approval_title: {
    en: "{what} waits for approval",
    th: "{what} รออนุมัติ",
  },
  waits_for_approval_notice: {
    en: "THB {amount}. Anybody may approve it but the person who asked for it.",
    th: "{amount} บาท ผู้อนุมัติต้องไม่ใช่ผู้ขอ",
  },
  rejected_title: {
    en: "{what} was rejected",
    th: "{what} ไม่ได้รับอนุมัติ",
  },
  rejected_notice: {
    en: "THB {amount}. Its page says who rejected it, and why.",
    th: "{amount} บาท ดูผู้ไม่อนุมัติและเหตุผลได้ที่หน้ารายการ",
  },
  many_need_attention_title: {
    en: "{count} payments or payouts need attention",
    th: "มี {count} รายการต้องตรวจสอบ",
  },
  many_failed_title: {
    en: "{count} payouts failed",
    th: "การจ่ายเงินออก {count} รายการไม่สำเร็จ",
  },
  many_returned_title: {
    en: "{count} payouts came back from the bank",
    th: "การจ่ายเงินออก {count} รายการถูกธนาคารตีเงินกลับ",
  },
  many_wait_title: {
    en: "{count} payouts wait for approval",
    th: "การจ่ายเงินออก {count} รายการรออนุมัติ",
  },
  many_rejected_title: {
    en: "{count} payouts were rejected",
    th: "การจ่ายเงินออก {count} รายการไม่ได้รับอนุมัติ",
  },
  together: {
    en: "THB {amount} together.",
    th: "รวม {amount} บาท",
  },
  balance_low_title: {
    en: "The wallet at One2Pays is low",
    th: "ยอดเงินใน One2Pays เหลือน้อย",
  },
  balance_low: {
    en: "It holds THB {wallet}, which is less than THB {limit}.",
    th: "ยอดเงินคงเหลือ {wallet} บาท ต่ำกว่า {limit} บาท",
  },
  open_notice: {
    en: "Open",
    th: "เปิดดู",
  },
  open_again: {
    en: "Payout {payout} did not pay it back. {why}",
    th: "รายการจ่ายเงินออก {payout} โอนคืนไม่สำเร็จ {why}",
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
