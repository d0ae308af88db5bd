import {
  SHOP_OFFSET,
  SHOP_OFFSET_MS,
} from "../../../modules/one2pays/shared/shop-zone"
import type { Cell, Column } from "./column"

// A spreadsheet takes a file without the mark for its own country's encoding, and shows Thai as rubbish.
const BYTE_ORDER_MARK = "\ufeff"

/**
 * A file in the form of RFC 4180, line by line, with the values for programs. A text that a spreadsheet would run as a
 * formula is marked as a text.
 */
export async function* csv<Row>(
  columns: Column<Row>[],
  rows: AsyncIterable<Row>
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${line(columns.map(({ name }) => name))}`
  for await (const row of rows) {
    yield line(columns.map(({ of }) => of(row)))
  }
}

const line = (cells: readonly Cell[]): string =>
  `${cells.map(cell).join(",")}\r\n`

/** The time as the panel shows it: a month's sum must not lose the withdraws that were paid before seven in the morning. */
const inThailand = (moment: Date): string =>
  new Date(moment.getTime() + SHOP_OFFSET_MS)
    .toISOString()
    .replace("Z", SHOP_OFFSET)

/** An amount that left begins like a formula, and is none. */
const NUMBER = /^-?\d+(\.\d+)?$/

function cell(value: Cell): string {
  const text = value instanceof Date ? inThailand(value) : (value ?? "")
  // A spreadsheet would run such a text as a formula.
  const safe =
    /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) && !NUMBER.test(text)
      ? `'${text}`
      : text
  // A semicolon separates cells where a comma separates decimals.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
