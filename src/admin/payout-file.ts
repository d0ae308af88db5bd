import type { ParseResult } from "papaparse"
import { wrongFields, type DraftField, type PayoutDraft } from "./payout-draft"

/** One line of an uploaded file. */
export interface PayoutRow extends PayoutDraft {
  /** As a spreadsheet counts, the heading being the first. */
  line: number
  wrong: Set<DraftField>
}

export type PayoutFile =
  | { rows: PayoutRow[]; wrongCount: number; total: string }
  | { problem: "empty" | "too_many" | "not_csv" }
  | { problem: "columns"; missing: string[] }

const REQUIRED = [
  "amount",
  "bank_code",
  "account_name",
  "account_number",
] as const satisfies DraftField[]

/** The server takes no more at once. */
export const ROWS_AT_MOST = 10_000

/** Reads a file of payouts: a heading with the names of the fields, then one payout a line. */
export async function readPayoutFile(bytes: ArrayBuffer): Promise<PayoutFile> {
  // With the first upload, not with every page of the panel.
  const { default: Papa } = await import("papaparse")
  const parsed: ParseResult<Record<string, string | undefined>> = Papa.parse(
    decode(bytes),
    {
      header: true,
      skipEmptyLines: "greedy",
      transformHeader: (name) => name.trim().toLowerCase().replace(/\s+/g, "_"),
    }
  )
  const fields = parsed.meta.fields ?? []
  const missing = REQUIRED.filter((field) => !fields.includes(field))
  if (missing.length > 0) {
    return parsed.data.length === 0 && fields.length < 2
      ? { problem: "empty" }
      : { problem: "columns", missing }
  }
  if (parsed.errors.some(({ type }) => type === "Quotes")) {
    return { problem: "not_csv" }
  }
  if (parsed.data.length === 0) {
    return { problem: "empty" }
  }
  if (parsed.data.length > ROWS_AT_MOST) {
    return { problem: "too_many" }
  }
  const rows = parsed.data.map(toRow)
  return {
    rows,
    wrongCount: rows.filter(({ wrong }) => wrong.size > 0).length,
    total: sum(rows),
  }
}

/** Spreadsheets in Thailand write UTF-8, or the code page that Windows has had there since 1995. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-874").decode(bytes)
  }
}

function toRow(
  cells: Record<string, string | undefined>,
  index: number
): PayoutRow {
  const cell = (name: keyof PayoutDraft) => cells[name]?.trim() ?? ""
  const draft: PayoutDraft = {
    amount: cell("amount").replace(/^฿\s*/, "").replaceAll(",", ""),
    // A spreadsheet takes 004 for a number and writes 4.
    bank_code: /^\d{1,2}$/.test(cell("bank_code"))
      ? cell("bank_code").padStart(3, "0")
      : cell("bank_code"),
    account_name: cell("account_name"),
    account_number: cell("account_number").replace(/[\s-]/g, ""),
    description: cell("description"),
  }
  return { ...draft, line: index + 2, wrong: wrongFields(draft) }
}

/** Of the rows that are right, in THB. Whole satang are added, so that no fraction is lost. */
function sum(rows: PayoutRow[]): string {
  const satang = rows
    .filter(({ wrong }) => wrong.size === 0)
    .reduce((total, { amount }) => {
      const [baht = "0", fraction = ""] = amount.split(".")
      return total + BigInt(baht) * 100n + BigInt(fraction.padEnd(2, "0"))
    }, 0n)
  const text = satang.toString().padStart(3, "0")
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
