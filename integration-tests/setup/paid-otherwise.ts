import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { readOrder } from "./order"

/** Another provider's money for an order whose One2Pays payment stays as it is. */
export async function payOtherwise(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const { data } = await container.resolve("query").graph({
    entity: "order",
    fields: ["total", "payment_collections.id"],
    filters: { id: orderId },
  })
  const { total, payment_collections } = data[0]!
  const payments = container.resolve(Modules.PAYMENT)
  const session = await payments.createPaymentSession(
    payment_collections![0]!.id,
    {
      provider_id: "pp_system_default",
      amount: total,
      currency_code: "thb",
      data: {},
    }
  )
  const payment = await payments.authorizePaymentSession(session.id, {})
  await payments.capturePayment({ payment_id: payment!.id, amount: total })
  const [collection] = (await readOrder(container, orderId)).payment_collections
  expect(collection!.status).toBe("completed")
}
