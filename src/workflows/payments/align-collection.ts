import type {
  IPaymentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  owedThrough,
  type OrderFacts,
} from "../../modules/one2pays/core/order-facts"

/**
 * Makes a payment collection ask for what its order owes through it. Core leaves the amount as it was after a credit line,
 * a payment of another collection, or a canceled return.
 */
export async function alignCollection(
  container: MedusaContainer,
  order: OrderFacts,
  collectionId: string
): Promise<void> {
  const collection = order.collections.find(({ id }) => id === collectionId)
  if (
    collection &&
    collection.open_amount !== owedThrough(order, collectionId)
  ) {
    await container
      .resolve<IPaymentModuleService>(Modules.PAYMENT)
      .updatePaymentCollections(collectionId, { amount: collection.exact_due })
  }
}
