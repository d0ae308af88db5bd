import type { Withdraw } from "../../../../../modules/one2pays/withdraws/withdraw"
import { CSV_HEADER, csvRow } from "../csv"

const AT = new Date("2026-11-21T09:00:00.000Z")

const aWithdraw = (differences: Partial<Withdraw> = {}): Withdraw => ({
  id: "o2pwd_1",
  kind: "payout",
  state: "paid",
  amount: "1290.50",
  currency_code: "thb",
  account_name: "สมศรี ขยัน",
  bank_code: "004",
  account_last4: "3210",
  account_sealed: "s1.sealed",
  first_payer: null,
  description: null,
  metadata: { note: "internal" },
  reference_id: "o2pwd_1",
  idempotency_key: "key",
  request_key: null,
  batch_id: null,
  requested_by: "user_1",
  account_hash: null,
  batch_hash: null,
  duplicate: null,
  requested_by_person: "user_1",
  requested_by_chain: ["user_1"],
  decided_by: null,
  decided_at: null,
  payment_id: null,
  order_id: null,
  refund_id: null,
  gateway_withdraw_id: "gw_1",
  gateway_status: "paid",
  gateway_created_at: AT,
  waits_for: null,
  sent_at: AT,
  accepted_at: AT,
  failure: null,
  ended_at: null,
  returned_at: null,
  searched_to: null,
  busy_until: null,
  look_at: null,
  look_step: 0,
  issue: null,
  issue_detail: null,
  issue_message: null,
  issue_raised_at: null,
  issue_announced_at: null,
  resolved_at: null,
  resolved_by: null,
  resolution: null,
  resolution_message: null,
  pay_back_id: null,
  paying_back_since: null,
  created_at: AT,
  updated_at: AT,
  ...differences,
})

const column = (name: string, row: string): string => {
  const names = CSV_HEADER.replace("\ufeff", "").trim().split(",")
  return row.trim().split(",")[names.indexOf(name)] ?? ""
}

it("begins with a byte order mark, so that spreadsheets show Thai", () => {
  expect(CSV_HEADER.startsWith("\ufeffid,kind,state,amount,")).toBe(true)
  expect(CSV_HEADER.endsWith("\r\n")).toBe(true)
})

it("has a cell for each column, dates as ISO 8601, and nothing for null", () => {
  const row = csvRow(aWithdraw())
  expect(row).toBe(
    "o2pwd_1,payout,paid,1290.50,thb,สมศรี ขยัน,004,3210,,,gw_1,,user_1,,2026-11-21T16:00:00.000+07:00,2026-11-21T16:00:00.000+07:00,\r\n"
  )
  expect(row.split(",")).toHaveLength(CSV_HEADER.split(",").length)
})

it("shows neither the sealed number nor metadata", () => {
  expect(CSV_HEADER + csvRow(aWithdraw())).not.toMatch(
    /sealed|metadata|internal/
  )
})

it.each([
  "=cmd|' /C calc'!A0",
  "+66812345678",
  "-5+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "  =1+1",
  "＝1+1",
])("%j is a text to a spreadsheet, and no formula", (description) => {
  const row = csvRow(aWithdraw({ description }))
  expect(row.replaceAll('"', "")).toContain(`,'${description}`)
})

it("quotes commas, quotes and line breaks", () => {
  expect(csvRow(aWithdraw({ description: 'a "b", c' }))).toContain(
    ',"a ""b"", c",'
  )
  expect(csvRow(aWithdraw({ description: "a\r\nb" }))).toContain(',"a\r\nb",')
  expect(csvRow(aWithdraw({ account_name: "=A,B" }))).toContain(`,"'=A,B",`)
})

it("leaves harmless texts as they are", () => {
  const row = csvRow(aWithdraw({ description: "a=b -c @d" }))
  expect(column("description", row)).toBe("a=b -c @d")
  expect(column("amount", row)).toBe("1290.50")
})

it.each(["x;=1+1", "x\t=1+1"])(
  "keeps %j one cell for a spreadsheet that separates cells otherwise",
  (description) => {
    expect(csvRow(aWithdraw({ description }))).toContain(`,"${description}",`)
  }
)
