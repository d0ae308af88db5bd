import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

const PROVIDER = "manual_manual"
const WAREHOUSE = "Bangkok warehouse"
const DELIVERY = "Delivery from Bangkok"

/** Where goods come from and how they travel: one warehouse, delivery in Thailand for 50 baht or, slowly, for nothing. */
export async function seedDelivery(
  container: MedusaContainer,
  { salesChannelId, regionId }: { salesChannelId: string; regionId: string }
): Promise<{ locationId: string; shippingProfileId: string }> {
  const shippingProfileId = await seedShippingProfile(container)
  const locationId = await seedWarehouse(container)
  const zone = await seedServiceZone(container)
  // A provider must serve the warehouse before an option may name it. Links that exist are left as they are.
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: zone.setId },
    },
  ])
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [salesChannelId] },
  })
  await seedShippingOptions(container, {
    regionId,
    shippingProfileId,
    zoneId: zone.id,
  })
  return { locationId, shippingProfileId }
}

async function seedWarehouse(container: MedusaContainer): Promise<string> {
  const [existing] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name: WAREHOUSE })
  if (existing) return existing.id
  const {
    result: [location],
  } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: WAREHOUSE,
          address: {
            address_1: "1 Rama IV Road",
            city: "Bangkok",
            postal_code: "10500",
            country_code: "TH",
          },
        },
      ],
    },
  })
  if (!location) throw new Error("No stock location was made.")
  return location.id
}

async function seedServiceZone(
  container: MedusaContainer
): Promise<{ id: string; setId: string }> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [existing] = await fulfillment.listFulfillmentSets(
    { name: DELIVERY },
    { relations: ["service_zones"] }
  )
  const set =
    existing ??
    (await fulfillment.createFulfillmentSets({
      name: DELIVERY,
      type: "shipping",
      service_zones: [
        {
          name: "Thailand",
          geo_zones: [{ country_code: "th", type: "country" }],
        },
      ],
    }))
  const [zone] = set.service_zones
  if (!zone) throw new Error("No service zone was made.")
  return { id: zone.id, setId: set.id }
}

async function seedShippingOptions(
  container: MedusaContainer,
  shop: { regionId: string; shippingProfileId: string; zoneId: string }
): Promise<void> {
  const existing = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ service_zone: { id: shop.zoneId } })
  if (existing.length > 0) return
  await createShippingOptionsWorkflow(container).run({
    input: [
      { name: "Standard delivery", code: "standard", amount: 50 },
      { name: "Slow boat", code: "slow", amount: 0 },
    ].map(({ name, code, amount }) => ({
      name,
      price_type: "flat" as const,
      provider_id: PROVIDER,
      service_zone_id: shop.zoneId,
      shipping_profile_id: shop.shippingProfileId,
      type: { label: name, description: name, code },
      prices: [{ region_id: shop.regionId, amount }],
      rules: [
        {
          attribute: "enabled_in_store",
          value: "true",
          operator: "eq" as const,
        },
        { attribute: "is_return", value: "false", operator: "eq" as const },
      ],
    })),
  })
}

async function seedShippingProfile(
  container: MedusaContainer
): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [existing] = await fulfillment.listShippingProfiles({ type: "default" })
  if (existing) return existing.id
  const {
    result: [profile],
  } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  if (!profile) throw new Error("No shipping profile was made.")
  return profile.id
}
