import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { loggerOf } from "../../modules/one2pays/core/query"
import { reachable } from "../../modules/one2pays/errors/public-error"
import type { Payer } from "../../modules/one2pays/payers/payer"

export interface ProveUnitInput {
  /** Any bank account: the gateway wants one, and nobody pays from it. */
  payer: Payer
  /** THB in major units. */
  amount: string
}

const proveUnitStep = createStep(
  "one2pays-prove-unit",
  async ({ payer, amount }: ProveUnitInput, { container }) => {
    const { payments } = one2paysOf(container)
    const staff = { logger: loggerOf(container), reader: "staff" } as const
    await reachable(staff, "the unit of the account could not be proved", () =>
      payments.proveUnit(payer, amount)
    )
    return new StepResponse()
  }
)

/**
 * Proves the account's unit: creates a small PromptPay payment, reads its QR and cancels it.
 *
 * @throws MedusaError `one2pays_unit_undecided` when the QR says nothing, or a code of the gateway's failure
 */
export const proveUnitWorkflow = createWorkflow(
  "one2pays-prove-unit",
  (input: ProveUnitInput) => {
    proveUnitStep(input)
  }
)
