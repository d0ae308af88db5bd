import { Modules } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { kind, nth, of } from "../act"
import { found } from "../refusal"

export const otherProviderActs = {
  /** Money comes by another provider, as its webhook tells core. Our session stays beside it. */
  otherProviderPays: kind<{ of: number; nth: number }>(
    2,
    { of, nth },
    async (world, { of, nth }) => {
      const collections = await world.openCollections(await world.order(of))
      const collection = found(collections, nth)
      const session = await world.shop
        .resolve(Modules.PAYMENT)
        .createPaymentSession(collection.id, {
          provider_id: "pp_system_default",
          amount: collection.amount,
          currency_code: "thb",
          data: {},
        })
      await processPaymentWorkflow(world.container).run({
        input: {
          action: "captured",
          data: { session_id: session.id, amount: collection.amount },
        },
      })
    }
  ),
}
