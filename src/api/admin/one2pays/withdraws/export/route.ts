import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type One2PaysModuleService,
  one2paysOf,
} from "../../../../../modules/one2pays"
import type { WithdrawFilter } from "../../../../../modules/one2pays/withdraws/withdraw-queries"
import { parse } from "../../../../support/list-query"
import { withOrders } from "../../../../support/search"
import { readingApprover } from "../approver"
import { CSV_HEADER, csvRow } from "../csv"
import { exportQuery } from "../withdraw-query"

/** `GET /admin/one2pays/withdraws/export`: streams the withdraws that the list's filters find as CSV. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { approvable, ...filters } = parse(exportQuery, req.query)
  const query = {
    ...(await withOrders(filters, req)),
    ...(approvable ? { approvable_by: await readingApprover(req) } : {}),
  }
  const { withdraws } = one2paysOf(req.scope)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", 'attachment; filename="withdraws.csv"')
  await pipeline(Readable.from(lines(withdraws, query)), res)
}

async function* lines(
  withdraws: One2PaysModuleService["withdraws"],
  query: WithdrawFilter
): AsyncGenerator<string> {
  yield CSV_HEADER
  for await (const some of withdraws.stream(query)) {
    yield some.map(csvRow).join("")
  }
}
