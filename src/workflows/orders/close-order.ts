import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { isUnended } from "../../modules/one2pays/payments/lifecycle"
import { settleQuietly } from "../payments/settle-quietly"

export interface CloseOrderInput {
  order_id: string
}

/**
 * Writes down first, for all payments at once, that they have to be canceled. The reconciliation then asks a gateway
 * that is down now again, until it has canceled them.
 */
const closeOrderStep = createStep(
  "one2pays-close-order",
  async ({ order_id }: CloseOrderInput, { container }) => {
    const one2pays = one2paysOf(container)
    await one2pays.payments.closeOrder(order_id)
    for (const payment of await one2pays.payments.listOfOrder(order_id)) {
      const { id, state } = await one2pays.payments.cancel(payment)
      if (!isUnended(state)) {
        await settleQuietly(container, id)
      }
    }
    return new StepResponse()
  }
)

/** Cancels all payments of a canceled order that are still open at the gateway, since core does not. */
export const closeOrderWorkflow = createWorkflow(
  "one2pays-close-order",
  (input: CloseOrderInput) => {
    closeOrderStep(input)
  }
)
