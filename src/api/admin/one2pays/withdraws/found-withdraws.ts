import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { bangkokDay } from "../../../../modules/one2pays/shared/shop-zone"
import type { Withdraw } from "../../../../modules/one2pays/withdraws/withdraw"
import { parse } from "../../../support/list-query"
import { withOrders } from "../../../support/search"
import { readingApprover } from "./approver"
import { exportQuery } from "./withdraw-query"

/** The withdraws of a file: those that the list's filters find, as a stream, and how the reader wants the file. */
export async function foundWithdraws(req: AuthenticatedMedusaRequest) {
  const { approvable, format, era, ...filters } = parse(exportQuery, req.query)
  const { withdraws } = one2paysOf(req.scope)
  const rows: AsyncIterable<Withdraw> = withdraws.stream({
    ...(await withOrders(filters, req.scope)),
    ...(approvable ? { approvable_by: await readingApprover(req) } : {}),
  })
  return { rows, of: daysOf(filters), file: { format, era } }
}

/** What the days say in a file's name. */
const daysOf = ({
  created_from: from,
  created_to: to,
}: {
  created_from?: Date
  created_to?: Date
}) => [from && bangkokDay(from), to && `to-${bangkokDay(to)}`]
