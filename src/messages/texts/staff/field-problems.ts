import type { LocalizedText } from "../public-errors"

/** The values that a field of staff's takes. The name of the field stands before the text. */
export const FIELD_PROBLEMS = {
  amount: {
    en: "expected an amount in THB above 0 with at most two decimals, such as 1290.50",
    th: "ต้องเป็นจำนวนเงินบาทมากกว่า 0 ทศนิยมไม่เกิน 2 ตำแหน่ง เช่น 1290.50",
  },
  bank_code: {
    en: "expected a 3-digit Thai bank code, such as 004",
    th: "ต้องเป็นรหัสธนาคารไทย 3 หลัก เช่น 004",
  },
  bank_not_taken: {
    en: "this shop pays out to the banks of options.banks only",
    th: "ร้านนี้จ่ายเงินออกไปยังธนาคารที่ระบุใน options.banks เท่านั้น",
  },
  account_name: {
    en: "expected 1 to 100 characters, as in the bank book",
    th: "ต้องมี 1 ถึง 100 ตัวอักษร ตามที่ปรากฏในสมุดบัญชี",
  },
  account_number: {
    en: "expected 10 to 15 digits; spaces and dashes are ignored",
    th: "ต้องเป็นตัวเลข 10 ถึง 15 หลัก (เว้นวรรคและขีดได้)",
  },
  description: {
    en: "expected at most 255 characters",
    th: "ต้องไม่เกิน 255 ตัวอักษร",
  },
  text: { en: "expected a text", th: "ต้องเป็นข้อความ" },
  object: { en: "expected an object", th: "ต้องเป็น object" },
  unstorable: {
    en: "expected a text without NUL or broken characters",
    th: "มีอักขระที่บันทึกไม่ได้",
  },
  unknown: { en: "unknown field", th: "ไม่มีฟิลด์นี้" },
  reason: {
    en: "expected at most 1000 characters",
    th: "ต้องไม่เกิน 1000 ตัวอักษร",
  },
  note: {
    en: "expected 1 to 1000 characters that say why the issue is closed",
    th: "กรุณาระบุเหตุผลที่ปิดรายการ 1 ถึง 1000 ตัวอักษร",
  },
  request_key: {
    en: "expected 1 to 255 characters, the same for the same request",
    th: "ต้องมี 1 ถึง 255 ตัวอักษร และเหมือนเดิมสำหรับคำขอเดิม",
  },
  unit_reading: {
    en: "expected the amount that 1000.00 stands for, ฿10.00 or ฿1,000.00",
    th: "ต้องเป็นยอดเงินที่ 1000.00 หมายถึง คือ ฿10.00 หรือ ฿1,000.00",
  },
  rows: { en: "expected a list of payouts", th: "ต้องเป็นรายการจ่ายเงินออก" },
  payout_ids: {
    en: "expected a list of the ids of 1 to 500 payouts",
    th: "ต้องเป็นรหัสของรายการจ่ายเงินออก 1 ถึง 500 รายการ",
  },
  row_count: {
    en: "expected 1 to {most} payouts, got {count}",
    th: "ต้องมี 1 ถึง {most} รายการ แต่ได้รับ {count} รายการ",
  },
  more_rows: {
    en: "and {count} more rows",
    th: "และอีก {count} แถว",
  },
} as const satisfies Record<string, LocalizedText>

export type FieldProblem = keyof typeof FIELD_PROBLEMS

export const isFieldProblem = (key: string): key is FieldProblem =>
  Object.hasOwn(FIELD_PROBLEMS, key)

/** The name of a problem, as a schema gives it in place of a message. */
export const fieldProblem = (key: FieldProblem): FieldProblem => key
