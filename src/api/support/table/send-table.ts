import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { bangkokDay } from "../../../modules/one2pays/shared/shop-zone"
import { requestLocale } from "../language/request-locale"
import type { Column } from "./column"
import { csv } from "./csv"
import { ERAS, xlsx } from "./xlsx"

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

const FORMATS = ["csv", "xlsx"] as const

/** What a reader may say of a file: its format, and the era that a workbook counts years in. */
export const fileQuery = {
  format: z.enum(FORMATS, `expected ${FORMATS.join(" or ")}`).default("csv"),
  era: z.enum(ERAS, `expected ${ERAS.join(" or ")}`).default("ce"),
}

interface Table<Row> {
  name: string
  /** What stands behind the name in that of the file: its days, mostly. */
  of?: (string | undefined)[]
  columns: Column<Row>[]
  rows: AsyncIterable<Row>
  file: z.infer<z.ZodObject<typeof fileQuery>>
}

/** What a period, which may be open, says in a file's name. */
export const periodName = (from?: Date, to?: Date) => [
  from && bangkokDay(from),
  to && `to-${bangkokDay(to)}`,
]

/** Streams rows as a file, in the reader's language where it is for people. */
export async function sendTable<Row>(
  req: MedusaRequest,
  res: MedusaResponse,
  { name, of = [], columns, rows, file: { format, era } }: Table<Row>
): Promise<void> {
  const lines =
    format === "csv"
      ? Readable.from(csv(columns, rows))
      : await xlsx(name, columns, rows, { locale: requestLocale(req), era })
  const fileName = [name, ...of].filter(Boolean).join("-")
  res.setHeader("Content-Type", TYPES[format])
  res.setHeader(
    "Content-Disposition",
    `attachment; filename="${fileName}.${format}"`
  )
  // A dashboard of another origin takes the name from here, too.
  res.setHeader("Access-Control-Expose-Headers", "Content-Disposition")
  await pipeline(lines, res)
}
