import { PAYOUT_FILE } from "./payout-file"
import type { LocalizedText } from "./public-errors"

/** The headings of the files that staff save, by the name that a column has for programs. */
export const TABLE_HEADINGS = {
  ...PAYOUT_FILE,
  account_last4: { en: "Account ends in", th: "เลขที่บัญชีลงท้าย" },
  actor_name: { en: "By", th: "โดย" },
  actor: { en: "User ID", th: "รหัสผู้ใช้" },
  bank_name: { en: "Bank", th: "ธนาคาร" },
  created_at: { en: "Created", th: "วันที่สร้าง" },
  currency_code: { en: "Currency", th: "สกุลเงิน" },
  decided_by_name: { en: "Decided by", th: "ผู้พิจารณา" },
  decided_by: { en: "Decided by (ID)", th: "รหัสผู้พิจารณา" },
  ended_at: { en: "Ended", th: "วันที่สิ้นสุด" },
  failure: { en: "Failure", th: "สาเหตุที่ไม่สำเร็จ" },
  from_state: { en: "From", th: "สถานะเดิม" },
  gateway_id: { en: "One2Pays ID", th: "รหัสของ One2Pays" },
  gateway_withdraw_id: { en: "One2Pays ID", th: "รหัสของ One2Pays" },
  id: { en: "ID", th: "รหัส" },
  kind: { en: "Kind", th: "ประเภท" },
  moved_at: { en: "Moved", th: "วันที่" },
  order_id: { en: "Order ID", th: "รหัสคำสั่งซื้อ" },
  order_number: { en: "Order", th: "คำสั่งซื้อ" },
  reason: { en: "Reason", th: "เหตุผล" },
  reference_id: { en: "Reference", th: "เลขอ้างอิง" },
  requested_by_name: { en: "Requested by", th: "ผู้ขอ" },
  requested_by: { en: "Requested by (ID)", th: "รหัสผู้ขอ" },
  sent_at: { en: "Sent", th: "วันที่ส่ง" },
  state: { en: "State", th: "สถานะ" },
  to_state: { en: "To", th: "สถานะใหม่" },
  withdraw_id: { en: "Payout ID", th: "รหัสรายการถอนเงิน" },
} as const satisfies Record<string, LocalizedText>

/** What a file for people says instead of a program's word. */
export const TABLE_WORDS = {
  payout: { en: "Payout", th: "ถอนเงิน" },
  refund: { en: "Refund", th: "คืนเงิน" },
  pay_back: { en: "Paid back", th: "โอนเงินกลับ" },
  payment: { en: "Payment received", th: "รับชำระ" },
  unmatched: { en: "Fits no order", th: "ไม่ตรงกับคำสั่งซื้อ" },
  returned: { en: "Sent back by a bank", th: "ธนาคารส่งคืน" },
  system: { en: "the shop", th: "ระบบของร้าน" },
  gateway: { en: "One2Pays", th: "One2Pays" },
} as const satisfies Record<string, LocalizedText>
