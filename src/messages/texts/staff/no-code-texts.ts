import type { LocalizedText } from "../public-errors"

/** Texts of answers without a code of ours: their status is enough. */
export const UNCODED_TEXTS = {
  no_payment: {
    en: "There is no One2Pays payment {id}.",
    th: "ไม่พบรายการชำระเงิน {id}",
  },
  no_withdraw: {
    en: "There is no One2Pays payout {id}.",
    th: "ไม่พบรายการจ่ายเงินออก {id}",
  },
  unit_notice_title: {
    en: "The unit of the One2Pays account is contradicted",
    th: "หน่วยเงินของบัญชี One2Pays ไม่ตรงกับการตั้งค่า",
  },
  unit_notice: {
    en: 'options.amountUnit is "{unit}", and {sign} shows the other unit: amounts would be wrong by a factor of 100. No payout, refund or bank transfer leaves until it is proved. See Settings, One2Pays.',
    th: 'options.amountUnit คือ "{unit}" แต่ {sign} แสดงหน่วยอื่น ยอดเงินจะผิดไป 100 เท่า ระบบจะไม่ส่งรายการจ่ายเงินออก คืนเงิน หรือรับโอนเงินผ่านธนาคาร จนกว่าจะยืนยันหน่วยเงินได้ ดูที่การตั้งค่า One2Pays',
  },
  no_order: {
    en: "There is no order {id}.",
    th: "ไม่พบคำสั่งซื้อ {id}",
  },
  erasure_waits_for_end: {
    en: "It is under way and needs the account number. Ask again when it has ended.",
    th: "รายการยังดำเนินการอยู่และต้องใช้เลขที่บัญชี กรุณาขอลบอีกครั้งเมื่อสิ้นสุดแล้ว",
  },
  erasure_waits_for_issue: {
    en: "It has an open issue, and the money may have to go back to this account. Ask again when the issue is resolved.",
    th: "รายการมีเรื่องที่ต้องตรวจสอบ และอาจต้องโอนเงินคืนเข้าบัญชีนี้ กรุณาขอลบอีกครั้งเมื่อปิดรายการที่ต้องตรวจสอบแล้ว",
  },
  body_too_large: {
    en: "The request is too large: at most {most} kB are taken.",
    th: "คำขอมีขนาดใหญ่เกินไป รับได้ไม่เกิน {most} kB",
  },
  body_piece_too_large: {
    en: "A part of the request is too large: at most {most} kB are taken for each.",
    th: "บางส่วนของคำขอมีขนาดใหญ่เกินไป แต่ละส่วนรับได้ไม่เกิน {most} kB",
  },
  body_too_many: {
    en: "The request has too many values: at most {most} are taken.",
    th: "คำขอมีข้อมูลมากเกินไป รับได้ไม่เกิน {most} ค่า",
  },
  body_too_deep: {
    en: "The request is nested too deeply.",
    th: "คำขอมีข้อมูลซ้อนกันหลายชั้นเกินไป",
  },
  body_not_json: {
    en: "The request is not valid JSON.",
    th: "คำขอไม่ใช่ JSON ที่ถูกต้อง",
  },
  body_unreadable: {
    en: "The request did not arrive as a whole.",
    th: "ได้รับคำขอไม่ครบถ้วน",
  },
  body_unknown_form: {
    en: "Send JSON (Content-Type: application/json), plain or compressed with gzip or deflate.",
    th: "กรุณาส่งเป็น JSON (Content-Type: application/json) โดยไม่บีบอัด หรือบีบอัดด้วย gzip หรือ deflate",
  },
  body_no_form: {
    en: "Send a form (Content-Type: application/x-www-form-urlencoded).",
    th: "กรุณาส่งเป็นแบบฟอร์ม (Content-Type: application/x-www-form-urlencoded)",
  },
  not_captured: {
    en: "One2Pays has the money of payment session {session}, but Medusa did not make its order paid. Try again; if it stays so, see the server's log.",
    th: "One2Pays ได้รับเงินของ payment session {session} แล้ว แต่ Medusa ยังไม่บันทึกว่าคำสั่งซื้อชำระแล้ว กรุณาลองใหม่อีกครั้ง หากยังไม่สำเร็จให้ตรวจสอบ log ของเซิร์ฟเวอร์",
  },
} as const satisfies Record<string, LocalizedText>
