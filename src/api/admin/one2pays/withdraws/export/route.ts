import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import { parse } from "../../../../support/list-query"
import { CSV_HEADER, csvRow } from "../csv"
import { exportQuery } from "../withdraw-query"

/** `GET /admin/one2pays/withdraws/export`: what the list's filters find, as CSV, streamed. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = parse(exportQuery, req.query)
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", 'attachment; filename="withdraws.csv"')
  await pipeline(Readable.from(lines(payouts, query)), res)
}

async function* lines(
  payouts: One2PaysModuleService["payouts"],
  query: Parameters<One2PaysModuleService["payouts"]["stream"]>[0]
): AsyncGenerator<string> {
  yield CSV_HEADER
  for await (const withdraw of payouts.stream(query)) {
    yield csvRow(withdraw)
  }
}
