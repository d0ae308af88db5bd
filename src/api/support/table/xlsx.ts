import { Readable } from "node:stream"
import { TABLE_HEADINGS, type Locale } from "../../../messages"
import { SHOP_OFFSET_MS } from "../../../modules/one2pays/shared/shop-zone"
import type { Column } from "./column"

/** Years of Christ, or of the Buddha, as Thai offices write them. The dates are the same ones. */
export const ERAS = ["ce", "be"] as const

export type Era = (typeof ERAS)[number]

const FORMATS: Record<
  Era,
  Record<NonNullable<Column<unknown>["kind"]>, string>
> = {
  ce: { money: "#,##0.00", moment: "yyyy-mm-dd hh:mm:ss" },
  // 01: the digits 0 to 9; 07: the Buddhist calendar; 041E: Thai.
  be: { money: "#,##0.00", moment: "[$-107041E]dd/mm/yyyy hh:mm:ss" },
}

const TEXT = "@"

/** In letters. */
const WIDTH = 22

interface Look {
  locale: Locale
  era: Era
}

/**
 * A workbook with one sheet, made while its rows come. Texts stay texts, 004 and what looks like a formula, too; moments
 * are dates in Thailand's time; money is a number.
 */
export async function xlsx<Row>(
  name: string,
  columns: Column<Row>[],
  rows: AsyncIterable<Row>,
  { locale, era }: Look
): Promise<Readable> {
  // The library is large, and only a module of ECMAScript.
  const { writeXlsxStream } = await import("hucre/xlsx")
  const workbook = writeXlsxStream(cellsOf(columns, rows, locale), {
    name,
    columns: columns.map(({ name, kind }) => ({
      header: TABLE_HEADINGS[name][locale],
      width: WIDTH,
      numFmt: kind ? FORMATS[era][kind] : TEXT,
    })),
    freezePane: { rows: 1 },
  })
  return Readable.fromWeb(workbook)
}

async function* cellsOf<Row>(
  columns: Column<Row>[],
  rows: AsyncIterable<Row>,
  locale: Locale
) {
  for await (const row of rows) {
    yield columns.map(({ of, says, kind }) => {
      const value = says ? says(row, locale) : of(row)
      if (value instanceof Date) {
        // A spreadsheet's dates have no time zone.
        return new Date(value.getTime() + SHOP_OFFSET_MS)
      }
      return kind === "money" && value !== null ? Number(value) : value
    })
  }
}
