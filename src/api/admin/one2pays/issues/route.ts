import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import type { ListedIssue } from "../../../../modules/one2pays/reports/list-issues"
import { parse } from "../../../support/requests/list-query"
import { readableOrders } from "../../../support/rights/readable-orders"
import { withOrders } from "../../../support/requests/search"
import { issueQuery } from "./issue-query"
import { readableKinds } from "./readable-kinds"
import { renderIssue } from "./render-issue"

/**
 * `GET /admin/one2pays/issues`: money that needs a person (`show=open`), or needed one (`show=resolved`), payments and
 * withdraws together, the newest first, with the numbers and customers of their orders. `q` searches as in their lists. A
 * role sees the kinds that it may read, and numbers and customers where it may read orders. 403 when it may read none.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const kinds = await readableKinds(req)
  const query = parse(issueQuery, req.query)
  const { reports, unit } = one2paysOf(req.scope)
  const [{ issues, count }, isUnitProved] = await Promise.all([
    reports.issues({ kinds, ...(await withOrders(query, req)) }),
    unit.isProved(),
  ])
  const orders = await readableOrders(req, issues.map(orderOf))
  const { limit, offset } = query
  res.json({
    issues: issues.map((issue) =>
      renderIssue(
        req,
        issue,
        orders.get(orderOf(issue) ?? "") ?? null,
        isUnitProved
      )
    ),
    count,
    limit,
    offset,
  })
}

const orderOf = (issue: ListedIssue): string | null =>
  issue.kind === "payment" ? issue.payment.order_id : issue.withdraw.order_id
