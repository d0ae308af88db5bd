import {
  SHOP_OFFSET,
  SHOP_OFFSET_MS,
} from "../../../../modules/one2pays/shared/shop-zone"
import type { Withdraw } from "../../../../modules/one2pays/withdraws/withdraw"

const COLUMNS = [
  "id",
  "kind",
  "state",
  "amount",
  "currency_code",
  "account_name",
  "bank_code",
  "account_last4",
  "description",
  "order_id",
  "gateway_withdraw_id",
  "failure",
  "requested_by",
  "decided_by",
  "created_at",
  "sent_at",
  "ended_at",
] as const satisfies (keyof Withdraw)[]

// A spreadsheet takes a file without the mark for its own country's encoding, and shows Thai as rubbish.
const BYTE_ORDER_MARK = "\ufeff"

export const CSV_HEADER = `${BYTE_ORDER_MARK}${COLUMNS.join(",")}\r\n`

/** One line in the form of RFC 4180. */
export const csvRow = (withdraw: Withdraw): string =>
  `${COLUMNS.map((column) => cell(withdraw[column])).join(",")}\r\n`

/** The time as the panel shows it: a month's sum must not lose the withdraws that were paid before seven in the morning. */
const inThailand = (moment: Date): string =>
  new Date(moment.getTime() + SHOP_OFFSET_MS)
    .toISOString()
    .replace("Z", SHOP_OFFSET)

function cell(value: string | Date | null): string {
  const text = value instanceof Date ? inThailand(value) : (value ?? "")
  // A spreadsheet would run such a text as a formula.
  const safe = /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  // A semicolon separates cells where a comma separates decimals.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
