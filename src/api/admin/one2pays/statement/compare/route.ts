import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { loggerOf } from "../../../../../modules/one2pays/core/query"
import { reachable } from "../../../../../modules/one2pays/errors/public-error"
import { parse } from "../../../../support/requests/list-query"
import { readJson } from "../../../../support/requests/read-json"
import type { ComparisonAnswer } from "../render-statement"
import { compareBody } from "../statement-query"

/**
 * `POST /admin/one2pays/statement/compare` `{ from, to, after? }`: compares what One2Pays lists as created in these days with
 * what the shop knows of it. One request asks for a thousand objects at most. The next one goes on where `after` is the
 * `next` of the answer. 503 when One2Pays cannot be asked.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { days, after } = parse(compareBody, await readJson(req))
  const answer: ComparisonAnswer = await reachable(
    { logger: loggerOf(req.scope), reader: "staff" },
    "the statement could not be compared",
    () => one2paysOf(req.scope).statement.compare(days, after)
  )
  res.json(answer)
}
