import type { Withdraw } from "../../../../modules/one2pays/withdraws/withdraw"
import { csvHeader, csvLine } from "../../../support/csv"

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

export const CSV_HEADER = csvHeader(COLUMNS)

/** One line in the form of RFC 4180. */
export const csvRow = (withdraw: Withdraw): string =>
  csvLine(COLUMNS.map((column) => withdraw[column]))
