import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import type { AmountUnit } from "../../../../../gateway"
import { fieldProblem } from "../../../../../messages"
import { one2paysOf } from "../../../../../modules/one2pays"
import { confirmUnitWorkflow } from "../../../../../workflows/unit/confirm-unit"
import { parse } from "../../../../support/requests/list-query"
import { readJson } from "../../../../support/requests/read-json"
import { renderUnit } from "../../../../support/render-unit"

/** The unit of an amount that a person typed in for the sample, by its digits. */
const UNITS: ReadonlyMap<string, AmountUnit> = new Map([
  ["10", "satang"],
  ["1000", "baht"],
])

const READING = fieldProblem("unit_reading")

const body = z.strictObject({
  reading: z.string(READING).transform((text, context) => {
    const digits = text.replace(/฿|บาท|baht|thb|[\s,]/giu, "")
    const unit = UNITS.get(digits.replace(/\.0{0,2}$/, ""))
    if (!unit) {
      context.addIssue({ code: "custom", message: READING })
      return z.NEVER
    }
    return unit
  }),
})

/**
 * `POST /admin/one2pays/unit/confirmations` `{ reading }`: says what the gateway's `"1000.00"` is, `"฿10.00"` or
 * `"฿1,000.00"`. A second person has to say the same. 403 for one's own reading; 409 when a payment contradicts the unit.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { reading } = parse(body, await readJson(req))
  await confirmUnitWorkflow(req.scope).run({
    input: { reading, actor_id: req.auth_context.actor_id },
  })
  const { unit, options } = one2paysOf(req.scope)
  res.json({ unit: renderUnit(await unit.read(), options.amountUnit) })
}
