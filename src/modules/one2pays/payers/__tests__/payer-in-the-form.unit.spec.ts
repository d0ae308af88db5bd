import { validatePayer, type PayerDetails } from "../../../../storefront/payer"
import { parsePayer } from "../payer"

const SOMCHAI: PayerDetails = {
  account_name: "สมชาย ใจดี",
  account_number: "1234567890",
  bank_code: "004",
}

const ODD: Record<keyof PayerDetails, unknown[]> = {
  account_name: [
    " สมชาย \u200b ใจดี\n",
    "ก".repeat(100),
    "ก".repeat(101),
    "๑๒๓",
    "---",
    "bell\u0007",
    "half \ud83d of a character",
    null,
    7,
  ],
  account_number: [
    "123-4-56789-0",
    "123\u22124\u2212567890",
    "๑๒๓ ๔๕๖ ๗๘๙๐",
    "１２３４５６７８９０",
    "१२३४५६७८९०",
    "\ufeff1234567890",
    "12345678x0",
    "+1234567890",
    "1234567890".repeat(2).slice(0, 15),
    "1234567890".repeat(2).slice(0, 12),
    "1".repeat(10),
    "0812345678",
    "1101700230708",
    "",
    "12",
    "๑".repeat(16),
    1234567890,
    null,
  ],
  bank_code: ["๐๐๔", "００４", " 004 ", "\u200b004", "4", "0044", 4, null],
}

const inTheForm = (payer: PayerDetails) => {
  const checked = validatePayer(payer, "en")
  return checked.ok ? checked.value : null
}

const onTheServer = (payer: unknown) => {
  try {
    return parsePayer(payer)
  } catch {
    return null
  }
}

const BANKS = ["004", "030", "034", "999"]

/** The form has its own rules, without zod. It must not accept details that the server then refuses. */
describe.each(Object.entries(ODD))("of the payer's %s", (field, values) => {
  it.each(values)("%j is the same in the form as on the server", (value) => {
    const payer = { ...SOMCHAI, [field]: value }
    expect(inTheForm(payer)).toEqual(onTheServer(payer))
  })
})

describe.each(BANKS)("of an account number at the bank %s", (bank_code) => {
  it.each(ODD.account_number)("%j has the same problem", (value) => {
    const payer = { ...SOMCHAI, bank_code, account_number: value as string }
    expect(inTheForm(payer)).toEqual(onTheServer(payer))
    const checked = validatePayer(payer, "en")
    let refused: unknown
    try {
      parsePayer(payer)
    } catch (error) {
      refused = (error as Error).message
    }
    expect(checked.ok ? undefined : checked.errors.account_number).toBe(refused)
  })
})
