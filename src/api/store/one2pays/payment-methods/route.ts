import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { one2paysOf } from "../../../../modules/one2pays"
import { describeOptions } from "../../../../modules/one2pays/config/public-options"
import { refuseAmount } from "../../../../modules/one2pays/payments/ask/amount-range"
import { parse } from "../../../support/requests/list-query"
import { requestLocale } from "../../../support/language/request-locale"

const query = z.object({
  amount: z.coerce
    .number("expected THB, such as 1290.50")
    .nonnegative("expected THB, such as 1290.50")
    .optional(),
})

/**
 * `GET /store/one2pays/payment-methods?amount=1290.5`: the methods that the shop offers now, the first one first. Bank
 * transfer is not among them while the unit of the account is not proved, and none is for an amount out of the shop's
 * bounds: `unavailable` says why. `banks` are the codes that the shop takes, null for all.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { amount } = parse(query, req.query)
  const { unit, options } = one2paysOf(req.scope)
  const { banks, min_amount, max_amount } = describeOptions(options)
  const refusal = amount === undefined ? null : refuseAmount(amount, options)
  res.vary("Accept-Language")
  res.vary("x-medusa-locale")
  res.json({
    payment_methods: refusal ? [] : await unit.offeredMethods(),
    ...{ banks, min_amount, max_amount },
    unavailable: refusal && {
      code: refusal.code,
      message: refusal.text[requestLocale(req)],
    },
  })
}
