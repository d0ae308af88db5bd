import type { LocalizedText } from "../public-errors"

/**
 * The reasons that the plugin itself writes into the trail of a payout. A person's reason stands beside them in their
 * own words.
 */
export const PAYOUT_TRAIL = {
  requested: { en: "requested", th: "ขอจ่ายเงินออก" },
  requested_again: {
    en: "requested, though it looks like an earlier one: {why}",
    th: "ขอจ่ายเงินออก แม้คล้ายกับรายการก่อนหน้า: {why}",
  },
  refund_requested: { en: "refund", th: "ขอคืนเงิน" },
  approved: { en: "approved", th: "อนุมัติ" },
  rejected: { en: "rejected", th: "ไม่อนุมัติ" },
  canceled: { en: "canceled", th: "ยกเลิก" },
  taken: { en: "taken to be sent", th: "นำไปส่งให้ One2Pays" },
  closed_for_now: {
    en: "the gateway takes no payouts now",
    th: "One2Pays ไม่รับรายการจ่ายเงินออกในขณะนี้",
  },
  unit_not_proved: {
    en: "not sent: the unit of the account is not proved",
    th: "ยังไม่ส่ง เนื่องจากยังไม่ได้ยืนยันหน่วยเงินของบัญชี",
  },
  not_sent: { en: "not sent ({code})", th: "ยังไม่ได้ส่ง ({code})" },
  not_answered: {
    en: "sent, and not answered ({code})",
    th: "ส่งแล้ว แต่ไม่ได้รับคำตอบ ({code})",
  },
  refused: {
    en: "refused by the gateway ({code})",
    th: "One2Pays ปฏิเสธ ({code})",
  },
  refused_and_lost: {
    en: "refused ({code}), and lost before",
    th: "ถูกปฏิเสธ ({code}) โดยก่อนหน้านี้ไม่ได้รับคำตอบ",
  },
  rule: {
    en: "{why}. Nothing was sent.",
    th: "{why} ไม่มีการส่งเงินออก",
  },
  sender_lost: {
    en: "whoever sent it did not come back",
    th: "ระบบหยุดทำงานระหว่างส่ง",
  },
  sent_again: {
    en: "the gateway has none: it is sent again under the same reference",
    th: "One2Pays ไม่มีรายการนี้ ระบบจะส่งอีกครั้งด้วยเลขอ้างอิงเดิม",
  },
  number_erased: {
    en: "account number erased",
    th: "ลบเลขที่บัญชีแล้ว",
  },
  number_shown: {
    en: "account number shown",
    th: "แสดงเลขที่บัญชี",
  },
  refund_gone: {
    en: "Medusa has no such refund any more",
    th: "ไม่มีรายการคืนเงินนี้ใน Medusa แล้ว",
  },
  // The gateway's names of its own states.
  at_gateway_pending: { en: "pending", th: "รอดำเนินการ" },
  at_gateway_processing: { en: "processing", th: "กำลังดำเนินการ" },
  at_gateway_paid: { en: "paid", th: "จ่ายแล้ว" },
  at_gateway_failed: { en: "failed", th: "ไม่สำเร็จ" },
  at_gateway_canceled: { en: "canceled", th: "ยกเลิก" },
} as const satisfies Record<string, LocalizedText>
