import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { noSuchPayment } from "../../modules/one2pays/errors/staff-error"
import { one2paysOf } from "../../modules/one2pays"
import { reachable } from "../../modules/one2pays/errors/public-error"

export type PayBackInput = {
  /** Admin user who asks for it: they cannot approve it. */
  actor_id: string
} & (
  | {
      /** Id of a payment whose money is an issue. */
      payment_id: string
    }
  | {
      /** Id of a withdraw that was to pay a customer back, and did not. */
      withdraw_id: string
    }
)

const payBackStep = createStep(
  "one2pays-pay-back",
  async (input: PayBackInput, { container }) => {
    const one2pays = one2paysOf(container)
    const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    if ("withdraw_id" in input) {
      return new StepResponse(
        await reachable(
          one2pays.withdraws.payBackAgain(input.withdraw_id, input.actor_id),
          logger,
          `withdraw ${input.withdraw_id} could not be paid back again`,
          "staff"
        )
      )
    }
    const payment = await one2pays.payments.find(input.payment_id)
    if (!payment) {
      throw noSuchPayment(input.payment_id)
    }
    return new StepResponse(
      await reachable(
        one2pays.withdraws.payBack(payment, input.actor_id),
        logger,
        `payment ${payment.reference_id ?? payment.id} could not be paid back`,
        "staff"
      )
    )
  }
)

/**
 * Pays money that no order wants back to the account it came from, and closes its issue. The result
 * is the id of the payout, which waits for approval as any other.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when no money is there that could go back, or a limit or
 * the wallet does not allow it
 */
export const payBackWorkflow = createWorkflow(
  "one2pays-pay-back",
  (input: PayBackInput) => new WorkflowResponse(payBackStep(input))
)
