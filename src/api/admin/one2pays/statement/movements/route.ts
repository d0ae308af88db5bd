import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { parse } from "../../../../support/requests/list-query"
import type { MovementsAnswer } from "../render-statement"
import { movementsQuery } from "../statement-query"

/** `GET /admin/one2pays/statement/movements`: what came and left in the days of a statement, the oldest first. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { days, limit, offset } = parse(movementsQuery, req.query)
  const answer: MovementsAnswer = {
    ...(await one2paysOf(req.scope).statement.movements(days, {
      limit,
      offset,
    })),
    limit,
    offset,
  }
  res.json(answer)
}
