import type { DraftField } from "../payout-draft"
import { markSame, readRow, satangOf, type PayoutRow } from "./payout-row"

export type PayoutFile =
  | { rows: PayoutRow[]; wrongCount: number; total: string }
  | {
      problem:
        | "empty"
        | "too_many"
        | "too_large"
        | "not_csv"
        | "unreadable"
        | "not_loaded"
    }
  | { problem: "columns"; missing: string[] }

const REQUIRED = [
  "amount",
  "bank_code",
  "account_name",
  "account_number",
] as const satisfies DraftField[]

/** The server takes no more rows at once. */
export const ROWS_AT_MOST = 10_000

/**
 * Several times the size of so many rows. A larger file is another kind of file, and reading it could freeze the page.
 */
export const MEGABYTES_AT_MOST = 10

/**
 * Reads a file of payouts. It has a heading with the names of the fields, then one payout a line.
 *
 * @param taken the codes of the banks that the shop pays out to; null for all
 */
export async function readPayoutFile(
  file: Pick<Blob, "size" | "arrayBuffer">,
  taken: readonly string[] | null
): Promise<PayoutFile> {
  if (file.size > MEGABYTES_AT_MOST * 1024 * 1024) {
    return { problem: "too_large" }
  }
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    // The file was moved, or a spreadsheet has locked it.
    return { problem: "unreadable" }
  }
  let Papa: typeof import("papaparse")
  try {
    // The first upload loads it, so that no other page has to.
    Papa = (await import("papaparse")).default
  } catch {
    // The shop was updated after the page was opened, or the connection is gone.
    return { problem: "not_loaded" }
  }
  return readTable(
    Papa.parse<string[]>(decode(bytes), { delimiter: separatorOf }),
    taken
  )
}

/** Decodes the file: spreadsheets in Thailand write UTF-8, or the code page that Windows has had there since 1995. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-874").decode(bytes)
  }
}

/** The heading comes first and holds only names, so its first separator is the file's. */
const separatorOf = (text: string): string => /[,;\t|]/.exec(text)?.[0] ?? ","

function readTable(
  { data, errors }: { data: string[][]; errors: { type: string }[] },
  taken: readonly string[] | null
): PayoutFile {
  // Lines are numbered as in the spreadsheet in which staff will correct them: empty lines count, line breaks in a cell
  // do not.
  const [first, ...lines] = data
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  if (!first) {
    return { problem: "empty" }
  }
  const heading = first.cells.map(fieldName)
  const missing = REQUIRED.filter((field) => !heading.includes(field))
  if (missing.length > 0) {
    return { problem: "columns", missing }
  }
  if (errors.some(({ type }) => type === "Quotes")) {
    return { problem: "not_csv" }
  }
  if (lines.length === 0) {
    return { problem: "empty" }
  }
  if (lines.length > ROWS_AT_MOST) {
    return { problem: "too_many" }
  }
  const rows = markSame(lines.map((line) => readRow(heading, line, taken)))
  return {
    rows,
    wrongCount: rows.filter(({ wrong }) => wrong.size > 0).length,
    total: sum(rows),
  }
}

const fieldName = (name: string): string =>
  name.trim().toLowerCase().replace(/\s+/g, "_")

/** The total of the rows that are right, in THB. */
function sum(rows: PayoutRow[]): string {
  const satang = rows
    .filter(({ wrong }) => wrong.size === 0)
    .reduce((total, { amount }) => total + satangOf(amount), 0n)
  const text = satang.toString().padStart(3, "0")
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
