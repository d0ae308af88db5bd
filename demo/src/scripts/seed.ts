import type { ExecArgs } from "@medusajs/framework/types"
import { seedAdministrator } from "../seed/administrator"
import { seedDelivery } from "../seed/delivery"
import { seedProducts } from "../seed/products"
import { seedSalesChannel } from "../seed/sales-channel"
import { seedThailand } from "../seed/thailand"

/** Fills an empty shop; run again, it adds only what is missing. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  await seedAdministrator(
    container,
    process.env.DEMO_ADMIN_EMAIL ?? "admin@example.com",
    process.env.DEMO_ADMIN_PASSWORD ?? "supersecret"
  )
  const salesChannelId = await seedSalesChannel(container)
  const regionId = await seedThailand(container)
  const delivery = await seedDelivery(container, { salesChannelId, regionId })
  await seedProducts(container, { salesChannelId, ...delivery })
}
