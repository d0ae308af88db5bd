import type { LocalizedText } from "../public-errors"

/** The headings of a file of payouts. Staff may write the names of the fields instead. */
export const PAYOUT_FILE = {
  amount: { en: "Amount (THB)", th: "จำนวนเงิน (บาท)" },
  bank_code: { en: "Bank code", th: "รหัสธนาคาร" },
  account_name: { en: "Account name", th: "ชื่อบัญชี" },
  account_number: { en: "Account number", th: "เลขที่บัญชี" },
  description: { en: "Description", th: "รายละเอียด" },
} as const satisfies Record<string, LocalizedText>
