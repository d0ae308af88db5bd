import { buffer } from "node:stream/consumers"
import type { Column } from "../table/column"
import { xlsx, type Era } from "../table/xlsx"

interface Row {
  bank_code: string
  description: string | null
  amount: string
  created_at: Date
}

const COLUMNS: Column<Row>[] = [
  {
    name: "bank_code",
    of: ({ bank_code }) => bank_code,
  },
  {
    name: "description",
    of: ({ description }) => description,
    says: ({ description }, locale) =>
      description && `${locale}: ${description}`,
  },
  { name: "amount", of: ({ amount }) => amount, kind: "money" },
  { name: "created_at", of: ({ created_at }) => created_at, kind: "moment" },
]

const ROW: Row = {
  bank_code: "004",
  description: null,
  amount: "1277100.05",
  created_at: new Date("2026-11-30T17:00:00.000Z"),
}

async function* stream(rows: Row[]) {
  yield* await Promise.resolve(rows)
}

async function open(
  rows: Row[],
  look: { locale: "en" | "th"; era: Era } = { locale: "th", era: "ce" }
) {
  const { readXlsx } = await import("hucre/xlsx")
  const file = await buffer(await xlsx("payouts", COLUMNS, stream(rows), look))
  const { sheets } = await readXlsx(file, { readStyles: true })
  return sheets[0]!
}

it("has Thai headings, texts as texts, money as a number, and a moment as Thailand's date", async () => {
  const { rows } = await open([ROW])
  expect(rows).toEqual([
    ["รหัสธนาคาร", "รายละเอียด", "จำนวนเงิน (บาท)", "วันที่สร้าง"],
    ["004", null, 1277100.05, new Date("2026-12-01T00:00:00.000Z")],
  ])
})

it("says in the reader's language what is for people", async () => {
  const { rows } = await open([{ ...ROW, description: "a" }], {
    locale: "en",
    era: "ce",
  })
  expect(rows[0]?.[1]).toBe("Description")
  expect(rows[1]?.[1]).toBe("en: a")
})

it.each(["=1+1", "@SUM(A1)", "+668", "a\u0001b", "<&>", " a\n"])(
  "%j stays a text",
  async (bank_code) => {
    const { rows } = await open([{ ...ROW, bank_code }])
    expect(rows[1]?.[0]).toBe(bank_code)
  }
)

it("counts the years of the Buddha where it is asked to, of the same date", async () => {
  const sheet = await open([ROW], { locale: "th", era: "be" })
  expect(sheet.rows[1]?.[3]).toEqual(new Date("2026-12-01T00:00:00.000Z"))
  const cell = [...(sheet.cells ?? [])].find(([at]) => at === "1,3")?.[1]
  expect(cell?.style?.numFmt).toBe("[$-107041E]dd/mm/yyyy hh:mm:ss")
})

it("has its headings where there are no rows", async () => {
  expect((await open([])).rows).toHaveLength(1)
})
