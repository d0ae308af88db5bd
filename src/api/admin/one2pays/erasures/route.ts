import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { renderMessage, staffMessage } from "../../../../messages"
import {
  eraseAccountNumbersWorkflow,
  type KeptAccountNumber,
} from "../../../../workflows/customers/erase-account-numbers"
import { parse, searchText } from "../../../support/requests/list-query"
import { readJson } from "../../../support/requests/read-json"
import { requestLocale } from "../../../support/language/request-locale"

const id = searchText.min(1)

const WHOSE = "expected either customer_id or order_id"

const body = z.union(
  [z.strictObject({ customer_id: id }), z.strictObject({ order_id: id })],
  WHOSE
)

const REASONS = {
  unfinished: staffMessage("erasure_waits_for_end"),
  open_issue: staffMessage("erasure_waits_for_issue"),
} satisfies Record<KeptAccountNumber["why"], unknown>

/**
 * `POST /admin/one2pays/erasures` `{ customer_id }` or `{ order_id }`: erases the bank account numbers of a customer, or of
 * the customer of one order. The answer counts them, and names the payments and payouts that still need theirs. 404 for
 * an unknown order.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const whose = parse(body, await readJson(req))
  const { result } = await eraseAccountNumbersWorkflow(req.scope).run({
    input: { ...whose, actor_id: req.auth_context.actor_id },
  })
  const { kept, ...erased } = result
  const locale = requestLocale(req)
  res.json({
    erasure: {
      erased,
      kept: kept.map((row) => ({
        ...row,
        message: renderMessage(REASONS[row.why], locale),
      })),
    },
  })
}
