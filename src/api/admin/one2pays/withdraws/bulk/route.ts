import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "zod"
import { fieldProblem } from "../../../../../messages"
import type { PayoutInput } from "../../../../../modules/one2pays/withdraw-rules/input"
import { createWithdrawsWorkflow } from "../../../../../workflows/withdraws/create-withdraws"
import { parse } from "../../../../support/list-query"
import { requestLocale } from "../../../../support/request-locale"
import { renderWithdraw } from "../render-withdraw"
import { requestKey } from "../request-key"

const ROWS = fieldProblem("rows")

const body = z.strictObject({
  rows: z.array(z.unknown(), ROWS),
  idempotency_key: requestKey.optional(),
})

/**
 * `POST /admin/one2pays/withdraws/bulk` `{ rows, idempotency_key? }`: creates up to 10,000 withdraws, all or none. 201;
 * 400 names each wrong row.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<z.input<typeof body>>,
  res: MedusaResponse
) => {
  const { rows, idempotency_key } = parse(body, req.body)
  const { result } = await createWithdrawsWorkflow(req.scope).run({
    input: {
      rows: rows as PayoutInput[],
      idempotency_key,
      requested_by: req.auth_context.actor_id,
    },
  })
  const locale = requestLocale(req)
  res.status(201).json({
    batch_id: result[0]?.batch_id,
    count: result.length,
    withdraws: result.map((withdraw) => renderWithdraw(withdraw, locale)),
  })
}
