import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { one2paysOf } from "../../../../modules/one2pays"
import { loggerOf } from "../../../../modules/one2pays/core/query"
import { logFailure } from "../../../../modules/one2pays/errors/log-failure"
import { payoutSchema } from "../../../../modules/one2pays/withdraw-rules/input"
import { checkAccountWorkflow } from "../../../../workflows/account/check-account"
import { parse } from "../../../support/requests/list-query"
import { readJson } from "../../../support/requests/read-json"
import { requestLocale } from "../../../support/language/request-locale"
import { renderAccountCheck } from "./render-account-check"

const body = z.strictObject({
  create: payoutSchema
    .pick({ bank_code: true, account_name: true, account_number: true })
    .extend({ confirmed: z.literal(true) })
    .optional(),
})

/** `GET /admin/one2pays/account-checks`: the last check of the account, with its progress while it runs. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { accountCheck } = one2paysOf(req.scope)
  res.json({
    account_check: renderAccountCheck(
      await accountCheck.read(),
      requestLocale(req)
    ),
  })
}

/**
 * `POST /admin/one2pays/account-checks` `{ create? }`: begins a check of the account. With `create`
 * `{ confirmed: true, account_name, account_number, bank_code }` it makes the smallest PromptPay payment, cancels it, and
 * proves the unit. 202; 409 while a check runs.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { create } = parse(body, await readJson(req))
  const { accountCheck } = one2paysOf(req.scope)
  const { actor_id } = req.auth_context
  const check = await accountCheck.begin(actor_id, create !== undefined)
  const payer = create
    ? {
        account_name: create.account_name,
        account_number: create.account_number,
        bank_code: create.bank_code,
      }
    : null
  // It takes longer than a request may. The page asks for the progress.
  void checkAccountWorkflow(req.scope)
    .run({ input: { check, payer } })
    .catch((error: unknown) =>
      logFailure(loggerOf(req.scope), "the check of the account failed", error)
    )
  res.status(202).json({
    account_check: renderAccountCheck(
      await accountCheck.read(),
      requestLocale(req)
    ),
  })
}
