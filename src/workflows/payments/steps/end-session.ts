import type { IPaymentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import type { DecidedPayment } from "./decide-settlement"

/** Writes into Medusa's payment session that its payment has ended without money, since core ignores such news. */
export const endSessionStep = createStep(
  "one2pays-end-session",
  async ({ payment_id, session }: DecidedPayment, { container }) => {
    const one2pays = one2paysOf(container)
    const payment = await one2pays.payments.find(payment_id)
    // Before `pending_authorization`, core is still completing the cart, or has given it back to the customer, who could
    // not complete it again with a session that has ended.
    if (
      !payment ||
      session?.status !== "pending_authorization" ||
      session.order_id !== payment.order_id
    ) {
      return new StepResponse()
    }
    const latest = await one2pays.payments.findOfSession(session.id)
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
