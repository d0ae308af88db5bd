import { accountNumberProblem } from "../../../messages/texts/account-number"
import { plainDigits, plainNumber } from "../../../storefront/payer"
import { isKnownBank } from "../../format/banks"
import { readAmount } from "../../format/read-amount"
import { wrongFields, type DraftField, type PayoutDraft } from "../payout-draft"
import type { Line } from "./read-lines"

/** One line of an uploaded file. */
export interface PayoutRow extends PayoutDraft {
  /** Its number in a spreadsheet, where the heading is the first. */
  line: number
  /**
   * `cells`: the line has more of them than the heading. `zeros`: the workbook holds the account number as a number, which
   * does not fit the bank.
   */
  wrong: Set<DraftField | "cells" | "zeros">
  /** The first line with the same account and amount. Staff may intend both. */
  sameAs?: number
}

/** Reads the cells of a line. `taken` are the codes of the banks that the shop pays out to; null for all. */
export function readRow(
  heading: string[],
  { line, cells, numbers }: Line,
  taken: readonly string[] | null
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
  const wrong: PayoutRow["wrong"] = new Set(wrongFields(draft, taken))
  if (
    numbers?.has(heading.indexOf("account_number")) &&
    accountNumberProblem(draft.account_number, draft.bank_code)
  ) {
    wrong.add("account_number").add("zeros")
  }
  // 1,290.50 without quotation marks is two cells, and the first alone would be ฿1.
  if (cells.slice(heading.length).some((extra) => extra.trim() !== "")) {
    wrong.add("cells")
  }
  return { ...draft, line, wrong }
}

/** Whether we know no bank with its code. The code may be a new bank's. */
export const hasUnknownBank = ({ wrong, bank_code }: PayoutRow): boolean =>
  !wrong.has("bank_code") && !isKnownBank(bank_code)

/** Whether the shop does not pay out to a bank that we know. */
export const hasRefusedBank = ({ wrong, bank_code }: PayoutRow): boolean =>
  wrong.has("bank_code") && isKnownBank(bank_code)

/** Whether a spreadsheet has taken an account number for a quantity and rounded it: 1.23E+11. */
export const isRounded = (accountNumber: string): boolean =>
  /^\d+([.,]\d+)?E\+?\d+$/i.test(accountNumber)

/**
 * Whether the text holds a character that nobody can read. Windows' ™ becomes such a one in the code page for Thai. A
 * line break does not count.
 */
export const isUnreadable = (text: string): boolean =>
  /[\p{Cc}\p{Cs}]/u.test(text.replace(/\s/g, ""))

/**
 * Renames the rows in a message of the server (`row 2: …`) to the lines of the file, which has a heading and may have
 * empty lines.
 *
 * @param word the reader's word for a line
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

/** Marks the lines that would pay the same account the same amount once more. */
export function markSame(rows: PayoutRow[]): PayoutRow[] {
  const lines = new Map<string, number>()
  return rows.map((row) => {
    if (row.wrong.size > 0) {
      return row
    }
    const transfer = [
      row.bank_code,
      row.account_number,
      satangOf(row.amount),
    ].join(" ")
    const sameAs = lines.get(transfer)
    lines.set(transfer, sameAs ?? row.line)
    return { ...row, sameAs }
  })
}

/** A right amount in satang, which can be added and compared without losing a fraction. */
export function satangOf(amount: string): bigint {
  const [baht = "0", fraction = ""] = amount.split(".")
  return BigInt(baht) * 100n + BigInt(fraction.padEnd(2, "0"))
}
