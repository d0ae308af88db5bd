import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import type { CheckPayer } from "../../doctor"
import { one2paysOf } from "../../modules/one2pays"
import type { AccountCheckRecord } from "../../modules/one2pays/gateway-state/account-check"
import { proveUnitWorkflow } from "../unit/prove-unit"

export interface CheckAccountInput {
  /** A check that has begun. */
  check: AccountCheckRecord
  /** Any bank account, of a payment that the check creates and cancels. Null when it only reads. */
  payer: CheckPayer | null
}

const checkAccountStep = createStep(
  "one2pays-check-account",
  async ({ check, payer }: CheckAccountInput, { container }) => {
    const { accountCheck } = one2paysOf(container)
    await accountCheck.run(check, payer, async (payer, amount) => {
      await proveUnitWorkflow(container).run({
        input: { payer, amount },
        // What the QR says is in the unit's own state, also where it contradicts.
        throwOnError: false,
      })
    })
    return new StepResponse()
  }
)

/**
 * Runs a check of the account at One2Pays, which takes up to a minute. After a QR that names the amount, it proves the
 * unit as staff's button does.
 */
export const checkAccountWorkflow = createWorkflow(
  "one2pays-check-account",
  (input: CheckAccountInput) => {
    checkAccountStep(input)
  }
)
