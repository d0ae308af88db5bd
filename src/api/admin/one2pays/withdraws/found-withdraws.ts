import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import type { Withdraw } from "../../../../modules/one2pays/withdraws/withdraw"
import { parse } from "../../../support/requests/list-query"
import { periodName } from "../../../support/table/send-table"
import { withOrders } from "../../../support/requests/search"
import { readingApprover } from "./approver"
import { exportQuery } from "./withdraw-query"

/** The withdraws of a file: those that the list's filters find, as a stream, and how the reader wants the file. */
export async function foundWithdraws(req: AuthenticatedMedusaRequest) {
  const { approvable, format, era, ...filters } = parse(exportQuery, req.query)
  const { withdraws } = one2paysOf(req.scope)
  const pages: AsyncIterable<Withdraw[]> = withdraws.stream({
    ...(await withOrders(filters, req)),
    ...(approvable ? { approvable_by: await readingApprover(req) } : {}),
  })
  return {
    pages,
    of: periodName(filters.created_from, filters.created_to),
    file: { format, era },
  }
}
