import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { inAllLanguages, noteText, staffMessage } from "../../../messages"
import { queryOf } from "../../../modules/one2pays/core/query"
import { loadSessionFacts } from "../../../modules/one2pays/core/session-facts"
import type { DecidedPayment } from "./decide-settlement"

/**
 * Makes Medusa's order paid, the way core does for any provider's webhook. It runs core's workflow on its own, not as a
 * sub-workflow: core takes the cart's lock at the top level only, and without the lock it would meet a completion that is
 * still running half-way.
 *
 * @throws MedusaError when core has not captured and booked the payment afterwards, since core swallows some failures
 */
export const payOrderStep = createStep(
  "one2pays-pay-order",
  async ({ session }: Pick<DecidedPayment, "session">, { container }) => {
    if (!session) {
      return new StepResponse()
    }
    await processPaymentWorkflow(container).run({
      input: {
        action: "captured",
        data: { session_id: session.id, amount: session.exact_amount },
      },
    })
    const now = await loadSessionFacts(queryOf(container), session.id)
    if (!now?.payment?.captured || now.payment.booking !== "done") {
      const text = inAllLanguages(
        staffMessage("not_captured", { session: session.id })
      )
      noteText(text)
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, text.en)
    }
    return new StepResponse()
  }
)
