import type { IPaymentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import type { JudgedPayment } from "./judge-payment"

/** Lets Medusa's payment session say that its payment has ended without money. Core ignores such news. */
export const endSessionStep = createStep(
  "one2pays-end-session",
  async ({ payment_id: payment_id, session }: JudgedPayment, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const payment = await one2pays.findAttempt(payment_id)
    // Before `pending_authorization` its cart is still being completed, or was given back to the
    // customer, who could not complete it again with a session that has ended.
    if (
      !payment ||
      session?.status !== "pending_authorization" ||
      session.order_id !== payment.order_id
    ) {
      return new StepResponse()
    }
    const latest = await one2pays.findAttemptOfSession(session.id)
    if (latest?.id === payment.id) {
      await container
        .resolve<IPaymentModuleService>(Modules.PAYMENT)
        .updatePaymentSession({
          id: session.id,
          data: { session_id: session.id },
          amount: session.exact_amount,
          currency_code: payment.currency_code,
          status: payment.state === "failed" ? "error" : "canceled",
        })
    }
    return new StepResponse()
  }
)
