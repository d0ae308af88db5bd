import type { Locale, TABLE_HEADINGS } from "../../../messages"

export type Cell = string | Date | null

/** A column of a file that staff save. */
export interface Column<Row> {
  /** Programs read the columns of a CSV file by it. */
  name: keyof typeof TABLE_HEADINGS
  /** The value for programs. Money is THB in major units. */
  of: (row: Row) => Cell
  /** Money can be added up, and moments sort. All else is text. */
  kind?: "money" | "moment"
  /** What a spreadsheet says to people instead, in their language. */
  says?: (row: Row, locale: Locale) => string | null
}

/** The columns whose cells are the row's own values. */
export const plain = <Row>(
  ...names: Extract<keyof Row, Column<Row>["name"]>[]
): Column<Row>[] =>
  names.map((name) => ({ name, of: (row) => row[name] as Cell }))

export const moments = <Row>(
  ...names: Extract<keyof Row, Column<Row>["name"]>[]
): Column<Row>[] =>
  plain<Row>(...names).map((column) => ({ ...column, kind: "moment" }))
