import { plainDigits, plainNumber } from "../../../storefront/payer"
import { isKnownBank } from "../../format/banks"
import {
  wrongFields,
  type DraftField,
  type PayoutDraft,
} from "../payout-draft"
import { readAmount } from "../../format/read-amount"

/** One line of an uploaded file. */
export interface PayoutRow extends PayoutDraft {
  /** As a spreadsheet numbers it, the heading being the first. */
  line: number
  /** `cells`: there are more of them than columns. */
  wrong: Set<DraftField | "cells">
  /** The first line with the same account and amount. It may be meant. */
  sameAs?: number
}

/** The cells of a line. */
export function readRow(
  heading: string[],
  { line, cells }: { line: number; cells: string[] }
): PayoutRow {
  const cell = (name: DraftField) => cells[heading.indexOf(name)]?.trim() ?? ""
  const bankCode = plainDigits(cell("bank_code"))
  const draft: PayoutDraft = {
    amount: readAmount(cell("amount")),
    // A spreadsheet takes 004 for a number and writes 4.
    bank_code: /^\d{1,2}$/.test(bankCode)
      ? bankCode.padStart(3, "0")
      : bankCode,
    account_name: cell("account_name"),
    account_number: plainNumber(cell("account_number")),
    description: cell("description"),
  }
  const wrong: PayoutRow["wrong"] = new Set(wrongFields(draft))
  // 1,290.50 without quotation marks is two cells, and of the first alone it would be ฿1.
  if (cells.slice(heading.length).some((extra) => extra.trim() !== "")) {
    wrong.add("cells")
  }
  return { ...draft, line, wrong }
}

/** Whether its bank code is that of no bank we know. It may be a new bank's. */
export const hasUnknownBank = ({ wrong, bank_code }: PayoutRow): boolean =>
  !wrong.has("bank_code") && !isKnownBank(bank_code)

/** Whether a spreadsheet has taken an account number for a quantity and rounded it: 1.23E+11. */
export const isRounded = (accountNumber: string): boolean =>
  /^\d+([.,]\d+)?E\+?\d+$/i.test(accountNumber)

/** Whether there is a character in it that nobody can read, as Windows' ™ becomes one in the code page for Thai. A line break is none. */
export const isUnreadable = (text: string): boolean =>
  /[\p{Cc}\p{Cs}]/u.test(text.replace(/\s/g, ""))

/**
 * What the server says of the rows that it was sent (`row 2: …`), of the lines that they stand in: a file has a heading
 * too, and may have empty lines.
 *
 * @param word for a line
 */
export const nameLines = (
  message: string,
  rows: Pick<PayoutRow, "line">[],
  word: string
): string =>
  message.replace(/^(?:row|แถว) (\d+)(?=: )/gm, (said, number) => {
    const row = rows[Number(number) - 1]
    return row ? `${word} ${row.line}` : said
  })

/** Points out the lines that would pay the same account the same amount once more. */
export function markSame(rows: PayoutRow[]): PayoutRow[] {
  const lines = new Map<string, number>()
  return rows.map((row) => {
    if (row.wrong.size > 0) {
      return row
    }
    const payment = [
      row.bank_code,
      row.account_number,
      satangOf(row.amount),
    ].join(" ")
    const sameAs = lines.get(payment)
    lines.set(payment, sameAs ?? row.line)
    return { ...row, sameAs }
  })
}

/** Of a right amount. Whole satang can be added and compared without losing a fraction. */
export function satangOf(amount: string): bigint {
  const [baht = "0", fraction = ""] = amount.split(".")
  return BigInt(baht) * 100n + BigInt(fraction.padEnd(2, "0"))
}
