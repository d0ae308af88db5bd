import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { payoutSchema } from "../../../../../modules/one2pays/withdraw-rules/input"
import { proveUnitWorkflow } from "../../../../../workflows/unit/prove-unit"
import { parse } from "../../../../support/requests/list-query"
import { readJson } from "../../../../support/requests/read-json"
import { renderUnit } from "../../../../support/render-unit"

/** The vendor documents no least amount. Where the account has a higher one, staff give another. */
const AMOUNT = "10.00"

const body = payoutSchema
  .pick({
    bank_code: true,
    account_name: true,
    account_number: true,
    amount: true,
  })
  .extend({ amount: payoutSchema.shape.amount.default(AMOUNT) })

/**
 * `POST /admin/one2pays/unit/proofs` `{ account_name, account_number, bank_code, amount? }`: creates a PromptPay payment,
 * reads its QR and cancels it. The answer says how the unit stands now. The gateway wants the account of a payer, and
 * nobody pays from it. 409 when the QR says nothing of the unit.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { amount, ...payer } = parse(body, await readJson(req))
  await proveUnitWorkflow(req.scope).run({ input: { payer, amount } })
  const { unit, options } = one2paysOf(req.scope)
  res.json({ unit: renderUnit(await unit.read(), options.amountUnit) })
}
