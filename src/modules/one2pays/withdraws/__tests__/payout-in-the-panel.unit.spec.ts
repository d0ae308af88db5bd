import { bankName, BANKS } from "../../../../admin/format/banks"
import type { DraftField } from "../../../../admin/payouts/payout-draft"
import {
  hasUnknownBank,
  nameLines,
  readRow,
} from "../../../../admin/payouts/upload/payout-row"
import {
  describeProblems,
  problemWords,
  staffMessage,
  type FieldProblem,
} from "../../../../messages"
import { isKnownBank, payoutSchema } from "../../withdraw-rules/input"

const RIGHT: Record<DraftField, string> = {
  amount: "10.50",
  bank_code: "004",
  account_name: "Somsri",
  account_number: "1234567890",
  description: "Invoice 17",
}

const ODD: Record<DraftField, string[]> = {
  amount: ["0", "0.00", "1.005", "-5", "1e3", "๑๐", "1".repeat(13), "10\u0099"],
  bank_code: ["๐๐๔", "００４", " 004 ", "KBK", "0044", "00\u00994"],
  account_name: [
    "สมศรี ขยัน",
    "Somsri\nKhayan",
    "Somsri\u200b",
    "Shop\u0099 Ltd",
    "bell\u0007",
    "half \ud83d of a character",
    "ก".repeat(100),
    "ก".repeat(101),
    `${"ก".repeat(50)}   ${"ก".repeat(49)}`,
    "๑๒๓",
    "---",
  ],
  account_number: [
    "123-4-56789-0",
    "123–4–56789–0",
    "123\u22124\u2212567890",
    "๑๒๓ ๔๕๖ ๗๘๙๐",
    "１２３４５６７８９０",
    "१२३४५६७८९०",
    "\ufeff1234567890",
    "12345678x0",
    "+1234567890",
    "12345\u009967890",
    "1.23457E+11",
    "1".repeat(15),
    "๑".repeat(16),
  ],
  description: [
    "",
    "first\nsecond",
    "Shop\u0099",
    "a\0b",
    "x".repeat(255),
    "x".repeat(256),
  ],
}

const HEADING = Object.keys(RIGHT)

/** The row that the upload sends, read as the server reads the file's cell. */
function read(field: string, value: string) {
  const cells: Record<string, string> = { ...RIGHT, [field]: value }
  const { line, wrong, ...sent } = readRow(
    HEADING,
    { line: 2, cells: Object.values(cells) },
    null
  )
  return { cells, wrong, sent }
}

/** The panel has its own rules, without zod. It must not show a file as right that the server then refuses. */
describe.each(Object.entries(ODD))("a cell of %s", (field, values) => {
  it.each(values)(
    "%j is wrong where the server refuses it, and only there",
    (value) => {
      const { wrong, sent } = read(field, value)
      expect([...wrong]).toEqual(
        payoutSchema.safeParse(sent).success ? [] : [field]
      )
    }
  )
})

it.each(["bank_code", "account_number"] as const)(
  "the panel reads %s in a file as the server does",
  (field) => {
    for (const value of ODD[field]) {
      const { cells, sent } = read(field, value)
      const taken = payoutSchema.safeParse(cells)
      if (taken.success) {
        expect(sent[field]).toBe(taken.data[field])
      }
    }
  }
)

const CODES = Array.from({ length: 1000 }, (_, code) =>
  String(code).padStart(3, "0")
)

it("the panel offers all banks that the server knows, and names them in both languages", () => {
  const offered = BANKS.map(({ code }) => code)
  expect([...offered].sort()).toEqual(CODES.filter(isKnownBank))
  for (const code of offered) {
    expect(bankName(code, "en")).toMatch(new RegExp(`^${code} · [A-Z]`))
    expect(bankName(code, "th")).toMatch(new RegExp(`^${code} · ธนาคาร`))
  }
})

it("a bank that the server does not know is pointed out in a file, and not refused", () => {
  for (const bank_code of CODES) {
    const { cells, wrong, sent } = read("bank_code", bank_code)
    const row = { line: 2, ...sent, wrong }
    expect(hasUnknownBank(row)).toBe(!isKnownBank(bank_code))
    expect(wrong.size).toBe(0)
    expect(payoutSchema.safeParse(cells).success).toBe(true)
  }
})

it("a malformed bank code is named as that alone", () => {
  const { wrong, sent } = read("bank_code", "KBK")
  expect(hasUnknownBank({ line: 2, ...sent, wrong })).toBe(false)
})

it("the server's answer about rows names the file's lines, in both languages", () => {
  const rows = [{ line: 2 }, { line: 4 }, { line: 9 }]
  const wrong = (field: FieldProblem) => ({ field, words: problemWords(field) })
  const { en, th } = describeProblems([
    { row: 2, problems: [wrong("amount"), wrong("description")] },
    { row: 3, problems: [wrong("bank_code")] },
    { problems: [{ words: staffMessage("more_rows", { count: "7" }) }] },
  ])
  expect(nameLines(en, rows, "Line")).toBe(
    en.replace("row 2", "Line 4").replace("row 3", "Line 9")
  )
  expect(nameLines(th, rows, "บรรทัด")).toBe(
    th.replace("แถว 2", "บรรทัด 4").replace("แถว 3", "บรรทัด 9")
  )
})

it("the server's answer about something else stays as it is", () => {
  for (const message of ["THB 10.00 is more than row 2: allows.", "row 7: x"]) {
    expect(nameLines(message, [{ line: 2 }], "Line")).toBe(message)
  }
})
