import type { Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { staffText } from "../../../messages"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { expectedError } from "../../../modules/one2pays/errors/expected-error"
import { reachable } from "../../../modules/one2pays/errors/public-error"
import type { PayBackInput } from "../pay-back"

export const payBackStep = createStep(
  "one2pays-pay-back",
  async (input: PayBackInput, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    if ("withdraw_id" in input) {
      return new StepResponse(
        await reachable(
          one2pays.payouts.payBackAgain(input.withdraw_id, input.actor_id),
          logger,
          `withdraw ${input.withdraw_id} could not be paid back again`,
          "staff"
        )
      )
    }
    const payment = await one2pays.findAttempt(input.payment_id)
    if (!payment) {
      throw expectedError(
        MedusaError.Types.NOT_FOUND,
        staffText("no_payment", { id: input.payment_id })
      )
    }
    return new StepResponse(
      await reachable(
        one2pays.payBack(payment, input.actor_id),
        logger,
        `payment ${payment.reference_id ?? payment.id} could not be paid back`,
        "staff"
      )
    )
  }
)
