import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import type { Movement } from "../../../../../modules/one2pays/statement/statement-queries"
import { csvHeader, csvLine } from "../../../../support/csv"
import { parse } from "../../../../support/list-query"
import { statementQuery } from "../statement-query"

const COLUMNS = [
  "id",
  "moved_at",
  "kind",
  "amount",
  "reference_id",
  "gateway_id",
  "order_id",
] as const satisfies (keyof Movement)[]

/** `GET /admin/one2pays/statement/export`: streams what came and left in the days of a statement as CSV. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { days } = parse(statementQuery, req.query)
  const name = `statement-${days.from}-${days.to}.csv`
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="${name}"`)
  const movements = one2paysOf(req.scope).statement.streamMovements(days)
  await pipeline(Readable.from(lines(movements)), res)
}

async function* lines(
  movements: AsyncIterable<Movement>
): AsyncGenerator<string> {
  yield csvHeader(COLUMNS)
  for await (const movement of movements) {
    yield csvLine(COLUMNS.map((column) => movement[column]))
  }
}
