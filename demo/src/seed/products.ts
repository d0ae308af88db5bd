import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { CATALOG } from "./catalog"

const STOCK = 1000

/** The products that are not there yet, and stock for every variant that has none. */
export async function seedProducts(
  container: MedusaContainer,
  shop: {
    salesChannelId: string
    shippingProfileId: string
    locationId: string
  }
): Promise<void> {
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: CATALOG.map((item) => item.handle) })
  const handles = new Set(existing.map((product) => product.handle))
  const missing = CATALOG.filter((item) => !handles.has(item.handle))
  if (missing.length > 0) {
    await createProductsWorkflow(container).run({
      input: {
        products: missing.map(({ handle, title, description, price }) => ({
          handle,
          title,
          description,
          status: "published" as const,
          shipping_profile_id: shop.shippingProfileId,
          sales_channels: [{ id: shop.salesChannelId }],
          options: [{ title: "Size", values: ["One size"] }],
          variants: [
            {
              title: "One size",
              sku: handle.toUpperCase(),
              options: { Size: "One size" },
              prices: [{ currency_code: "thb", amount: price }],
            },
          ],
        })),
      },
    })
  }
  await stockUp(container, shop.locationId)
}

async function stockUp(
  container: MedusaContainer,
  locationId: string
): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const [items, levels] = await Promise.all([
    inventory.listInventoryItems({}, { select: ["id"], take: 1000 }),
    inventory.listInventoryLevels({ location_id: locationId }, { take: 1000 }),
  ])
  const stocked = new Set(levels.map((level) => level.inventory_item_id))
  const empty = items.filter((item) => !stocked.has(item.id))
  if (empty.length === 0) return
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: empty.map(({ id }) => ({
        inventory_item_id: id,
        location_id: locationId,
        stocked_quantity: STOCK,
      })),
    },
  })
}
