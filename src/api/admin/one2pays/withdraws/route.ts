import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { one2paysOf } from "../../../../modules/one2pays"
import type { PayoutInput } from "../../../../modules/one2pays/withdraw-rules/input"
import { createWithdrawWorkflow } from "../../../../workflows/withdraws/create-withdraw"
import { parse } from "../../../support/requests/list-query"
import { readJson } from "../../../support/requests/read-json"
import { requestLocale } from "../../../support/language/request-locale"
import { withOrders } from "../../../support/requests/search"
import { mayApprove, readingApprover } from "./approver"
import { reason } from "./reason-body"
import {
  renderStateTotal,
  renderTotal,
  renderWithdraw,
} from "./render-withdraw"
import { requestKey } from "./request-key"
import { withdrawQuery } from "./withdraw-query"

/**
 * `GET /admin/one2pays/withdraws`: withdraws of every kind, the newest first unless `order` says otherwise. The filters
 * are `state`, `kind`, `issue`, `order_id`, `payment_id`, `batch_id`, `approvable`, `created_from`, `created_to` and `q`. `approvable`
 * finds those that the reader may approve; `to_approve` sums all of these, whatever the filters. With `batch_id`, `batch`
 * sums the upload by states.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { approvable, ...query } = parse(withdrawQuery, req.query)
  const { withdraws, unit } = one2paysOf(req.scope)
  const { approvals } = withdraws
  const reader = await readingApprover(req)
  const { limit, offset, batch_id } = query
  const [listed, toApprove, batch, isUnitProved] = await Promise.all([
    withdraws.list({
      ...(await withOrders(query, req)),
      ...(approvable ? { approvable_by: reader } : {}),
    }),
    approvals.sum(reader),
    batch_id ? approvals.sumBatch(batch_id) : undefined,
    unit.isProved(),
  ])
  const locale = requestLocale(req)
  res.json({
    withdraws: listed.withdraws.map((withdraw) => ({
      ...renderWithdraw(withdraw, locale, isUnitProved),
      can_approve: mayApprove(reader, withdraw),
    })),
    count: listed.count,
    limit,
    offset,
    to_approve: renderTotal(toApprove),
    batch: batch?.map(renderStateTotal),
  })
}

const body = z.looseObject({
  idempotency_key: requestKey.optional(),
  confirm_duplicates: reason.optional(),
})

/**
 * `POST /admin/one2pays/withdraws` `{ amount, bank_code, account_name, account_number, description?, metadata?,
 * idempotency_key?, confirm_duplicates? }`: creates a withdraw of kind `payout`. `amount` is THB in major units. 201; 400 names the field, or
 * the limit or balance that does not allow it; 409 for one that was asked for before, unless `confirm_duplicates` says why
 * it is meant.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<z.input<typeof body>>,
  res: MedusaResponse
) => {
  const { idempotency_key, confirm_duplicates, ...payout } = parse(
    body,
    await readJson(req)
  )
  const { result } = await createWithdrawWorkflow(req.scope).run({
    input: {
      ...(payout as unknown as PayoutInput),
      idempotency_key,
      confirm_duplicates,
      requested_by: req.auth_context.actor_id,
    },
  })
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.status(201).json({
    withdraw:
      result && renderWithdraw(result, requestLocale(req), isUnitProved),
  })
}
