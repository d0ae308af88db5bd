import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { parse } from "../../../support/list-query"
import { issueQuery } from "./issue-query"
import { readableKinds } from "./readable-kinds"
import { renderIssue } from "./render-issue"

/**
 * `GET /admin/one2pays/issues`: money that needs a person (`show=open`), or needed one (`show=resolved`), payments and
 * withdraws together, the newest first. `q` searches as in their lists. A role sees the kinds that it may read. 403 when
 * it may read none.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const kinds = await readableKinds(req)
  const query = parse(issueQuery, req.query)
  const { reports, unit } = one2paysOf(req.scope)
  const [{ issues, count }, isUnitProved] = await Promise.all([
    reports.issues({ kinds, ...query }),
    unit.isProved(),
  ])
  const { limit, offset } = query
  res.json({
    issues: issues.map((issue) => renderIssue(req, issue, isUnitProved)),
    count,
    limit,
    offset,
  })
}
