import { PAYOUT_FILE } from "../../../messages/texts/staff/payout-file"
import type { DraftField } from "../payout-draft"
import { readLines, type Lines } from "./read-lines"
import { markSame, readRow, satangOf, type PayoutRow } from "./payout-row"

export type PayoutFile =
  | { rows: PayoutRow[]; wrongCount: number; total: string }
  | {
      problem:
        | "empty"
        | "too_many"
        | "too_large"
        | "not_csv"
        | "not_excel"
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
 * Reads a file of payouts, a workbook or CSV. It has a heading with the names of the fields, or those of the template,
 * then one payout a line.
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
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // The file was moved, or a spreadsheet has locked it.
    return { problem: "unreadable" }
  }
  const read = await readLines(bytes, ROWS_AT_MOST + 1)
  return typeof read === "string" ? { problem: read } : readTable(read, taken)
}

function readTable(
  { lines: [first, ...lines], isTorn }: Lines,
  taken: readonly string[] | null
): PayoutFile {
  if (!first) {
    return { problem: "empty" }
  }
  const heading = first.cells.map(fieldName)
  const missing = REQUIRED.filter((field) => !heading.includes(field))
  if (missing.length > 0) {
    return { problem: "columns", missing }
  }
  if (isTorn) {
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

/** The heading of a column as it is compared: `Bank code` is `bank_code`. */
const plainHeading = (text: string): string =>
  text.trim().toLowerCase().replace(/\s+/g, "_")

/** The fields by what the template calls them, in both languages. */
const FIELDS = new Map(
  Object.entries(PAYOUT_FILE).flatMap(([field, { en, th }]) =>
    [en, th].map((heading) => [plainHeading(heading), field])
  )
)

const fieldName = (heading: string): string => {
  const name = plainHeading(heading)
  return FIELDS.get(name) ?? name
}

/** The total of the rows that are right, in THB. */
function sum(rows: PayoutRow[]): string {
  const satang = rows
    .filter(({ wrong }) => wrong.size === 0)
    .reduce((total, { amount }) => total + satangOf(amount), 0n)
  const text = satang.toString().padStart(3, "0")
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
