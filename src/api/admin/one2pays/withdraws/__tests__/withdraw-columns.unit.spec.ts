import { NO_ISSUE } from "../../../../../modules/one2pays/issues/__tests__/no-issue"
import type { Withdraw } from "../../../../../modules/one2pays/withdraws/withdraw"
import { csv } from "../../../../support/table/csv"
import type { Known } from "../../../../support/table/with-names"
import { WITHDRAW_COLUMNS } from "../withdraw-columns"

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
  ...NO_ISSUE,
  created_at: AT,
  updated_at: AT,
  ...differences,
})

const KNOWN: Known = {
  order: (id) =>
    id === null
      ? null
      : { id, display_id: 1001, email: null, customer_name: null },
  person: (id) => (id === "user_1" ? "Somsri Khayan" : id),
}

async function lines(differences?: Partial<Withdraw>): Promise<string[]> {
  const rows = [{ ...aWithdraw(differences), known: KNOWN }]
  // Only what comes from a database has to wait.
  const found = (async function* () {
    yield* await Promise.resolve(rows)
  })()
  const texts: string[] = []
  for await (const text of csv(WITHDRAW_COLUMNS, found)) texts.push(text)
  return texts
}

const header = async () => (await lines())[0] ?? ""
const row = async (differences?: Partial<Withdraw>) =>
  (await lines(differences))[1] ?? ""

const column = async (name: string, text: string): Promise<string> => {
  const names = (await header()).replace("\ufeff", "").trim().split(",")
  return text.trim().split(",")[names.indexOf(name)] ?? ""
}

it("begins with a byte order mark, so that spreadsheets show Thai", async () => {
  expect(await header()).toMatch(/^\ufeffid,kind,state,amount,.*\r\n$/)
})

it("has a cell for each column, dates as ISO 8601, and nothing for null", async () => {
  const text = await row()
  expect(text).toBe(
    "o2pwd_1,payout,paid,1290.50,thb,สมศรี ขยัน,004,3210,,,gw_1,,user_1,,2026-11-21T16:00:00.000+07:00,2026-11-21T16:00:00.000+07:00,,,Kasikornbank (KBank),Somsri Khayan,\r\n"
  )
  expect(text.split(",")).toHaveLength((await header()).split(",").length)
})

it("names the order", async () => {
  const text = await row({ order_id: "order_1", requested_by: "system" })
  expect(await column("order_number", text)).toBe("#1001")
  expect(await column("requested_by_name", text)).toBe("system")
})

it("shows neither the sealed number nor metadata", async () => {
  expect((await lines()).join("")).not.toMatch(/sealed|metadata|internal/)
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
])("%j is a text to a spreadsheet, and no formula", async (description) => {
  const text = await row({ description })
  expect(text.replaceAll('"', "")).toContain(`,'${description}`)
})

it("quotes commas, quotes and line breaks", async () => {
  expect(await row({ description: 'a "b", c' })).toContain(',"a ""b"", c",')
  expect(await row({ description: "a\r\nb" })).toContain(',"a\r\nb",')
  expect(await row({ account_name: "=A,B" })).toContain(`,"'=A,B",`)
})

it("leaves harmless texts as they are", async () => {
  const text = await row({ description: "a=b -c @d" })
  expect(await column("description", text)).toBe("a=b -c @d")
  expect(await column("amount", text)).toBe("1290.50")
})

it.each(["x;=1+1", "x\t=1+1"])(
  "keeps %j one cell for a spreadsheet that separates cells otherwise",
  async (description) => {
    expect(await row({ description })).toContain(`,"${description}",`)
  }
)
