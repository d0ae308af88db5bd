import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { loggerOf, queryOf } from "../../modules/one2pays/core/query"
import { reachable } from "../../modules/one2pays/errors/public-error"
import { noSuchPayment } from "../../modules/one2pays/errors/staff-error"

export type PayBackInput = {
  /** The admin user who asks for it, and who cannot approve it. */
  actor_id: string
} & (
  | {
      /** The id of a payment with unmatched money. */
      payment_id: string
    }
  | {
      /** The id of a withdraw that failed to pay a customer back. */
      withdraw_id: string
    }
)

const payBackStep = createStep(
  "one2pays-pay-back",
  async (input: PayBackInput, { container }) => {
    const one2pays = one2paysOf(container)
    const person = await one2pays.people.deciding(
      queryOf(container),
      input.actor_id
    )
    const staff = { logger: loggerOf(container), reader: "staff" } as const
    if ("withdraw_id" in input) {
      return new StepResponse(
        await reachable(
          staff,
          `withdraw ${input.withdraw_id} could not be paid back again`,
          () => one2pays.withdraws.payBackAgain(input.withdraw_id, person)
        )
      )
    }
    const payment = await one2pays.payments.find(input.payment_id)
    if (!payment) {
      throw noSuchPayment(input.payment_id)
    }
    return new StepResponse(
      await reachable(
        staff,
        `payment ${payment.reference_id ?? payment.id} could not be paid back`,
        () => one2pays.withdraws.payBack(payment, person, queryOf(container))
      )
    )
  }
)

/**
 * Pays unmatched money back to the account it came from, and its issue is resolved when it has arrived. The result is the id of the withdraw,
 * which waits for approval as any other.
 *
 * @throws MedusaError FORBIDDEN for a user who does not exist; NOT_FOUND; NOT_ALLOWED when there is no money that could go back, or a limit or the wallet does not
 * allow it
 */
export const payBackWorkflow = createWorkflow(
  "one2pays-pay-back",
  (input: PayBackInput) => new WorkflowResponse(payBackStep(input))
)
