import { readPayoutFile } from "../payout-file"
import {
  hasRefusedBank,
  isRounded,
  isUnreadable,
  type PayoutRow,
} from "../payout-row"

const HEADING = "amount,bank_code,account_name,account_number,description"

const read = (...lines: string[]) =>
  readPayoutFile(new Blob([lines.join("\r\n")]), null)

async function rowsOf(...lines: string[]): Promise<PayoutRow[]> {
  const file = await read(...lines)
  if (!("rows" in file)) {
    throw new Error(file.problem)
  }
  return file.rows
}

describe("a file of payouts", () => {
  it("is read line by line, as a spreadsheet counts them", async () => {
    const file = await read(
      HEADING,
      '1290.50,004,"Khayan, Somsri",123-4-56789-0,Invoice 17',
      "",
      "10,014,สมชาย ใจดี,9876543210,"
    )
    expect(file).toEqual({
      total: "1300.50",
      wrongCount: 0,
      rows: [
        {
          line: 2,
          amount: "1290.50",
          bank_code: "004",
          account_name: "Khayan, Somsri",
          account_number: "1234567890",
          description: "Invoice 17",
          wrong: new Set(),
        },
        expect.objectContaining({ account_name: "สมชาย ใจดี", description: "" }),
      ],
    })
  })

  it("may be separated by semicolons or tabs, with the columns in any order and case", async () => {
    for (const separator of [";", "\t"]) {
      const [row] = await rowsOf(
        ["Account Name", "AMOUNT", "bank_code", "Account_Number"].join(
          separator
        ),
        ["Somsri", "25.5", "004", "1234567890"].join(separator)
      )
      expect(row).toMatchObject({
        account_name: "Somsri",
        amount: "25.5",
        wrong: new Set(),
      })
    }
  })

  it("gets back what a spreadsheet took away: leading zeros of a bank, and thousands", async () => {
    const [row] = await rowsOf(HEADING, '"฿1,290.50",4,Somsri,1234567890,')
    expect(row).toMatchObject({
      amount: "1290.50",
      bank_code: "004",
      wrong: new Set(),
    })
  })

  it("keeps a comma that may be a decimal one, and marks the amount as wrong", async () => {
    const amounts = ["1290,50", "1,29", "12,90.50", "1,290,5", "1.290,50"]
    const rows = await rowsOf(
      HEADING,
      ...amounts.map((amount) => `"${amount}",004,Somsri,1234567890,`)
    )
    expect(rows.map(({ amount }) => amount)).toEqual(amounts)
    for (const { wrong } of rows) {
      expect(wrong).toEqual(new Set(["amount"]))
    }
  })

  it("marks a line with more cells than columns, as thousands without quotation marks make it", async () => {
    const rows = await rowsOf(
      "bank_code,account_name,account_number,amount",
      "004,Somsri,1234567890,1,290.50",
      "004,Somsri,1234567890,290.50,,",
      '004,Somsri,1234567890,"1,290.50"'
    )
    expect(rows.map(({ wrong }) => wrong)).toEqual([
      new Set(["cells"]),
      new Set(),
      new Set(),
    ])
  })

  it("counts its lines as a spreadsheet: with the empty ones, and with breaks in a cell as one", async () => {
    const rows = await rowsOf(
      ";;;;",
      HEADING.replaceAll(",", ";"),
      "",
      '5;004;"Somsri\nKhayan";1234567890;',
      ";;;;",
      "6;004;Somsri;1234567890;"
    )
    expect(rows.map(({ line }) => line)).toEqual([4, 6])
  })

  it("points out a second payment of the same amount to the same account, which may be meant", async () => {
    const file = await read(
      HEADING,
      "10,004,Somsri,123-4-56789-0,January",
      "10.00,4,SOMSRI,1234567890,February",
      "10,014,Somsri,1234567890,",
      "11,004,Somsri,1234567890,",
      "10,004,Somsri,1234567890,March"
    )
    expect(file).toMatchObject({ wrongCount: 0, total: "51.00" })
    expect("rows" in file && file.rows.map(({ sameAs }) => sameAs)).toEqual([
      undefined,
      2,
      undefined,
      undefined,
      2,
    ])
  })

  it("knows a number that a spreadsheet has rounded", () => {
    for (const number of ["1.23E+11", "1,23457E+11", "1E+14", "1.23e11"]) {
      expect(isRounded(number)).toBe(true)
    }
    expect(isRounded("1234567890")).toBe(false)
    expect(isRounded("E12")).toBe(false)
  })

  it("marks a bank to which the shop does not pay out", async () => {
    const lines = [
      HEADING,
      "10,004,Somsri,1234567890,",
      "10,014,Somsri,1234567890,",
    ]
    const file = await readPayoutFile(new Blob([lines.join("\r\n")]), ["004"])
    if (!("rows" in file)) {
      throw new Error(file.problem)
    }
    expect(file.rows.map(({ wrong }) => [...wrong])).toEqual([
      [],
      ["bank_code"],
    ])
    expect(file.rows.map(hasRefusedBank)).toEqual([false, true])
    expect(file.wrongCount).toBe(1)
  })

  it("knows a character that nobody can read, and a line break as none", () => {
    expect(isUnreadable("Shop\u0099 Ltd")).toBe(true)
    expect(isUnreadable("Somsri\r\n\tKhayan ™")).toBe(false)
  })

  it("in the Windows code page for Thai is read as well", async () => {
    const name = [0xca, 0xc1, 0xc8, 0xc3, 0xd5] // สมศรี
    const file = await readPayoutFile(
      new Blob([
        `${HEADING}\r\n10,004,`,
        new Uint8Array(name),
        ",1234567890,\r\n",
      ]),
      null
    )
    expect(file).toMatchObject({ rows: [{ account_name: "สมศรี" }] })
  })

  it("in Windows' code page for English is marked where a character is none in that for Thai", async () => {
    const file = await readPayoutFile(
      new Blob([
        `${HEADING}\r\n10,004,Shop`,
        new Uint8Array([0x99]), // ™
        " Ltd,1234567890,\r\n",
      ]),
      null
    )
    expect(file).toMatchObject({
      wrongCount: 1,
      rows: [{ wrong: new Set(["account_name"]) }],
    })
    const [row] = "rows" in file ? file.rows : []
    expect(isUnreadable(row?.account_name ?? "")).toBe(true)
  })

  it("takes numbers as people write them, and knows one written in two ways as the same", async () => {
    const rows = await rowsOf(
      HEADING,
      "10,004,Somsri,123–4–56789–0,",
      "10,๐๐๔,Somsri,๑๒๓ ๔ ๕๖๗๘๙ ๐,",
      "10,๔,Somsri,１２３４５６７８９０,"
    )
    expect(rows).toEqual(
      [undefined, 2, 2].map((sameAs) =>
        expect.objectContaining({
          bank_code: "004",
          account_number: "1234567890",
          wrong: new Set(),
          sameAs,
        })
      )
    )
  })

  it.each([
    ["amount", "0,004,Somsri,1234567890,"],
    ["amount", "1.005,004,Somsri,1234567890,"],
    ["amount", "-5,004,Somsri,1234567890,"],
    ["bank_code", "5,KBANK,Somsri,1234567890,"],
    ["account_name", "5,004,,1234567890,"],
    ["account_number", "5,004,Somsri,1.23457E+11,"],
    ["account_number", "5,004,Somsri,12345,"],
    ["description", `5,004,Somsri,1234567890,${"x".repeat(256)}`],
  ])("marks a wrong %s: %s", async (field, line) => {
    const file = await read(HEADING, line, "7,004,Somsri,1234567890,")
    expect(file).toMatchObject({
      wrongCount: 1,
      total: "7.00",
      rows: [{ wrong: new Set([field]) }, { wrong: new Set() }],
    })
  })

  it("adds up exactly what floating point would not", async () => {
    const lines = Array.from({ length: 1000 }, () => "0.1,004,S,1234567890,")
    expect(await read(HEADING, ...lines)).toMatchObject({ total: "100.00" })
    expect(
      await read(
        HEADING,
        "999999999999.99,004,S,1234567890,",
        "0.01,004,S,1234567890,"
      )
    ).toMatchObject({ total: "1000000000000.00" })
  })

  it("that cannot be used says why", async () => {
    expect(await read("")).toEqual({ problem: "empty" })
    expect(await read(HEADING)).toEqual({ problem: "empty" })
    expect(await read("amount,bank_code", "5,004")).toEqual({
      problem: "columns",
      missing: ["account_name", "account_number"],
    })
    expect(await read(HEADING, '5,004,"Somsri,1234567890,')).toEqual({
      problem: "not_csv",
    })
    const lines = Array.from({ length: 10_001 }, () => "5,004,S,1234567890,")
    expect(await read(HEADING, ...lines)).toEqual({ problem: "too_many" })
  })

  it("that is far too large is refused before it is read, and one that cannot be read says so", async () => {
    const arrayBuffer = jest.fn(() => Promise.reject(new Error("locked")))
    expect(
      await readPayoutFile({ size: 10 * 1024 * 1024 + 1, arrayBuffer }, null)
    ).toEqual({ problem: "too_large" })
    expect(arrayBuffer).not.toHaveBeenCalled()
    expect(await readPayoutFile({ size: 100, arrayBuffer }, null)).toEqual({
      problem: "unreadable",
    })
  })
})

describe("a workbook of payouts", () => {
  async function readRows(...rows: (string | number | Date | null)[][]) {
    const { writeXlsx } = await import("hucre/xlsx")
    const bytes = await writeXlsx({ sheets: [{ name: "งวด", rows }] })
    return readPayoutFile(new Blob([bytes as BlobPart]), null)
  }
  const THAI = ["จำนวนเงิน (บาท)", "รหัสธนาคาร", "ชื่อบัญชี", "เลขที่บัญชี"]

  it("is read with Thai headings, line by line, with what a spreadsheet has made of codes and sums", async () => {
    const file = await readRows(
      [...THAI, "รายละเอียด"],
      [0.1 + 0.2, 4, "สมศรี ขยัน", 1234567890, new Date("2026-11-30")],
      [null, null, null, null, null],
      ["1,290.50", "014", "Boonmee", "012-3-45678-9", null]
    )
    expect(file).toMatchObject({
      total: "1290.80",
      wrongCount: 0,
      rows: [
        {
          line: 2,
          amount: "0.3",
          bank_code: "004",
          account_number: "1234567890",
          description: "2026-11-30",
        },
        { line: 4, amount: "1290.50", account_number: "0123456789" },
      ],
    })
  })

  it("marks an account number that has lost its zero, and one that is rounded", async () => {
    const file = await readRows(
      THAI,
      [5, "004", "S", 123456789],
      [5, "004", "S", 1.23e21]
    )
    expect(file).toMatchObject({ wrongCount: 2 })
  })

  it("marks a number that a zero less does not fit its bank, where the workbook holds it as a quantity", async () => {
    // GSB has 12 digits. A shop may know better, and types what it knows.
    const file = await readRows(
      THAI,
      [5, "030", "S", 20123456789],
      [5, "030", "S", "20123456789"],
      [5, "030", "S", 120123456789],
      [5, "034", "S", 20123456789]
    )
    expect(file).toMatchObject({
      wrongCount: 1,
      rows: [
        { wrong: new Set(["account_number", "zeros"]) },
        { wrong: new Set() },
        { wrong: new Set() },
        { wrong: new Set() },
      ],
    })
  })

  it("that cannot be used says why", async () => {
    expect(await readRows(THAI)).toEqual({ problem: "empty" })
    expect(await readRows(["จำนวนเงิน"], [5])).toMatchObject({
      problem: "columns",
    })
    const many = Array.from({ length: 10_001 }, () => [
      ...[5, "004", "S", "1234567890"],
    ])
    expect(await readRows(THAI, ...many)).toEqual({ problem: "too_many" })
    const broken = new Blob(["PK\u0003\u0004 and no archive"])
    expect(await readPayoutFile(broken, null)).toEqual({ problem: "not_excel" })
  })
})
