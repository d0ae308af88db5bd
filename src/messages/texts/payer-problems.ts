import type { LocalizedText } from "./public-errors"

/** One sentence for each field of the payer's details. It names the field and says what the customer should enter. */
export const PAYER_PROBLEMS = {
  payment_method: {
    en: "Payment method: choose PromptPay or bank transfer.",
    th: "วิธีชำระเงิน: กรุณาเลือกพร้อมเพย์หรือโอนเงินผ่านธนาคาร",
  },
  account_name: {
    en: "Bank account name: enter 1 to 100 characters, as shown in your bank book.",
    th: "ชื่อบัญชี: กรุณากรอกตามหน้าสมุดบัญชี ไม่เกิน 100 ตัวอักษร",
  },
  account_number: {
    en: "Bank account number: enter 10 to 15 digits.",
    th: "เลขที่บัญชี: กรุณากรอกตัวเลข 10 ถึง 15 หลัก",
  },
  bank_code: {
    en: "Bank: choose your bank (a 3-digit bank code).",
    th: "ธนาคาร: กรุณาเลือกธนาคารที่ใช้โอนเงิน (รหัสธนาคาร 3 หลัก)",
  },
  saved_payer: {
    en: "Saved account: it can no longer be used. Choose another one, or enter your account.",
    th: "บัญชีที่บันทึกไว้: ใช้บัญชีนี้ไม่ได้แล้ว กรุณาเลือกบัญชีอื่นหรือกรอกบัญชีของคุณ",
  },
} as const satisfies Record<string, LocalizedText>

export type PayerField = keyof typeof PAYER_PROBLEMS
