import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { fieldProblem } from "../../../../../messages"
import { mapInTurns } from "../../../../../modules/one2pays/shared/turns"
import { one2paysOf } from "../../../../../modules/one2pays"
import type { PayoutInput } from "../../../../../modules/one2pays/withdraw-rules/input"
import { createWithdrawsWorkflow } from "../../../../../workflows/withdraws/create-withdraws"
import { parse } from "../../../../support/requests/list-query"
import { readJson } from "../../../../support/requests/read-json"
import { requestLocale } from "../../../../support/language/request-locale"
import { reason } from "../reason-body"
import { renderWithdraw } from "../render-withdraw"
import { requestKey } from "../request-key"

/**
 * 12 MB hold 10,000 rows, each with a name of 100 characters and a description of 255, at three bytes a Thai character.
 */
const LARGEST_UPLOAD = 20 * 1024 * 1024

const ROWS = fieldProblem("rows")

const body = z.strictObject({
  rows: z.array(z.unknown(), ROWS),
  idempotency_key: requestKey.optional(),
  confirm_duplicates: reason.optional(),
})

/**
 * `POST /admin/one2pays/withdraws/bulk` `{ rows, idempotency_key?, confirm_duplicates? }`: creates up to 10,000 withdraws, all or none. 201;
 * 400 names each wrong row; 409 those that were asked for before, unless `confirm_duplicates` says why they are meant.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<z.input<typeof body>>,
  res: MedusaResponse
) => {
  const { rows, idempotency_key, confirm_duplicates } = parse(
    body,
    await readJson(req, LARGEST_UPLOAD)
  )
  const { result } = await createWithdrawsWorkflow(req.scope).run({
    input: {
      rows: rows as PayoutInput[],
      idempotency_key,
      confirm_duplicates,
      requested_by: req.auth_context.actor_id,
    },
  })
  const locale = requestLocale(req)
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.status(201).json({
    batch_id: result[0]?.batch_id,
    count: result.length,
    withdraws: await mapInTurns(result, (withdraw) =>
      renderWithdraw(withdraw, locale, isUnitProved)
    ),
  })
}
