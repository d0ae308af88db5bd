import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

const NAME = "Storefront"

/** The channel that the products are sold in, and the publishable key of that name with which a storefront reads it. */
export async function seedSalesChannel(
  container: MedusaContainer
): Promise<string> {
  const channels = container.resolve(Modules.SALES_CHANNEL)
  const [existing] = await channels.listSalesChannels({ name: NAME })
  if (existing) return existing.id

  const {
    result: [channel],
  } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: NAME }] },
  })
  const {
    result: [key],
  } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: NAME, type: "publishable", created_by: "" }] },
  })
  if (!channel || !key) throw new Error("No sales channel was made.")
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [channel.id] },
  })

  const [store] = await container.resolve(Modules.STORE).listStores()
  if (store) {
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id: store.id },
        update: {
          name: "Baan Demo",
          default_sales_channel_id: channel.id,
          // Thai shelf prices include VAT.
          supported_currencies: [
            { currency_code: "thb", is_default: true, is_tax_inclusive: true },
          ],
        },
      },
    })
  }
  return channel.id
}
