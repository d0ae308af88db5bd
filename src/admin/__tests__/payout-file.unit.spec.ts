import { readPayoutFile, type PayoutRow } from "../payout-file"

const HEADING = "amount,bank_code,account_name,account_number,description"

const bytesOf = (text: string): ArrayBuffer => {
  const { buffer, byteOffset, byteLength } = new TextEncoder().encode(text)
  return buffer.slice(byteOffset, byteOffset + byteLength)
}

const read = (...lines: string[]) => readPayoutFile(bytesOf(lines.join("\r\n")))

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

  it("in the Windows code page for Thai is read as well", async () => {
    const name = [0xca, 0xc1, 0xc8, 0xc3, 0xd5] // สมศรี
    const file = await readPayoutFile(
      new Uint8Array([
        ...new TextEncoder().encode(`${HEADING}\r\n10,004,`),
        ...name,
        ...new TextEncoder().encode(",1234567890,\r\n"),
      ]).buffer
    )
    expect(file).toMatchObject({ rows: [{ account_name: "สมศรี" }] })
  })

  it.each([
    ["amount", "0,004,Somsri,1234567890,"],
    ["amount", "1.005,004,Somsri,1234567890,"],
    ["amount", "-5,004,Somsri,1234567890,"],
    ["bank_code", "5,KBANK,Somsri,1234567890,"],
    ["account_name", "5,004,,1234567890,"],
    ["account_number", "5,004,Somsri,1.23457E+11,"],
    ["account_number", "5,004,Somsri,12345,"],
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
})
