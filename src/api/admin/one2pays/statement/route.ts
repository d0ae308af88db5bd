import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { parse } from "../../../support/requests/list-query"
import { renderStatement } from "./render-statement"
import { statementQuery } from "./statement-query"

/**
 * `GET /admin/one2pays/statement?month=2026-11`, or `from` and `to`: what the balance was at the beginning and at the end of
 * each day in Thailand, what moved in between, and what explains none of it. It reads the database only.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { days } = parse(statementQuery, req.query)
  res.json(renderStatement(await one2paysOf(req.scope).statement.read(days)))
}
