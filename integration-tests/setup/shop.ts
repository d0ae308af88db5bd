import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { PROVIDER_ID } from "./provider-id"

export { PROVIDER_ID }

const PROVIDERS = [PROVIDER_ID, "pp_system_default"]

/** A test needs to know this of the shop it buys in. */
export interface Shop {
  publishableKey: string
  salesChannelId: string
  /** Thailand, THB, with One2Pays and the manual provider. */
  regionId: string
  /** The United States, USD, with One2Pays enabled by mistake. */
  usdRegionId: string
  shippingOptionId: string
  usdShippingOptionId: string
  shippingProfileId: string
  stockLocationId: string
}

/** The one that all specs of a group find in their database. */
let shared: { container: MedusaContainer; shop: Shop } | undefined

/** Makes the shop of a group of specs, before the first of them. */
export async function shareShop(container: MedusaContainer): Promise<void> {
  shared = { container, shop: await makeShop(container) }
}

/**
 * A shop as small as it can be, made by Medusa's own workflows: two regions, free shipping, no products yet. That of the
 * group, where there is one.
 */
export async function createShop(
  container: MedusaContainer,
  moreProviders: string[] = []
): Promise<Shop> {
  const shop =
    shared?.container === container ? shared.shop : await makeShop(container)
  if (moreProviders.length > 0) {
    await updateRegionsWorkflow(container).run({
      input: {
        selector: { id: shop.regionId },
        update: { payment_providers: [...PROVIDERS, ...moreProviders] },
      },
    })
  }
  return shop
}

async function makeShop(container: MedusaContainer): Promise<Shop> {
  const {
    result: [channel],
  } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Web" }] },
  })
  const {
    result: [key],
  } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: "Web", type: "publishable", created_by: "" }],
    },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key!.id, add: [channel!.id] },
  })
  const {
    result: [thailand, usa],
  } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Thailand",
          currency_code: "thb",
          countries: ["th"],
          payment_providers: PROVIDERS,
        },
        {
          name: "USA",
          currency_code: "usd",
          countries: ["us"],
          payment_providers: PROVIDERS,
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      { country_code: "th", provider_id: "tp_system" },
      { country_code: "us", provider_id: "tp_system" },
    ],
  })
  const {
    result: [location],
  } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Bangkok",
          address: {
            address_1: "1 Rama IV",
            city: "Bangkok",
            country_code: "TH",
          },
        },
      ],
    },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location!.id, add: [channel!.id] },
  })
  const {
    result: [profile],
  } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const set = await fulfillment.createFulfillmentSets({
    name: "Delivery",
    type: "shipping",
    service_zones: [
      {
        name: "Everywhere",
        geo_zones: [
          { country_code: "th", type: "country" },
          { country_code: "us", type: "country" },
        ],
      },
    ],
  })
  const link = container.resolve("link")
  await link.create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location!.id },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location!.id },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
    },
  ])
  const { result: options } = await createShippingOptionsWorkflow(
    container
  ).run({
    input: [thailand!, usa!].map((region) => ({
      name: "Free",
      price_type: "flat" as const,
      provider_id: "manual_manual",
      service_zone_id: set.service_zones[0]!.id,
      shipping_profile_id: profile!.id,
      type: { label: "Free", description: "Free", code: "free" },
      prices: [{ region_id: region.id, amount: 0 }],
    })),
  })
  return {
    publishableKey: key!.token,
    salesChannelId: channel!.id,
    regionId: thailand!.id,
    usdRegionId: usa!.id,
    shippingOptionId: options[0]!.id,
    usdShippingOptionId: options[1]!.id,
    shippingProfileId: profile!.id,
    stockLocationId: location!.id,
  }
}

let handles = 0

/**
 * A product with one variant at a price (the same number in THB and USD). Unless it is kept in stock, it is never out of
 * it, and is not shipped either: choosing how takes Medusa as long as the rest of an order. @returns the variant's id
 */
export async function createVariant(
  container: MedusaContainer,
  shop: Shop,
  price: number,
  title = `Recipe for ${price}`,
  manage_inventory = false
): Promise<string> {
  const {
    result: [product],
  } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title,
          handle: `product-${handles++}`,
          status: "published",
          ...(manage_inventory
            ? { shipping_profile_id: shop.shippingProfileId }
            : {}),
          sales_channels: [{ id: shop.salesChannelId }],
          options: [{ title: "Size", values: ["One"] }],
          variants: [
            {
              title: "One",
              manage_inventory,
              options: { Size: "One" },
              prices: [
                { currency_code: "thb", amount: price },
                { currency_code: "usd", amount: price },
              ],
            },
          ],
        },
      ],
    },
  })
  return product!.variants[0]!.id
}

/** A variant with so many pieces in stock. @returns the variant's id and how many are reserved for orders */
export async function createStockedVariant(
  container: MedusaContainer,
  shop: Shop,
  price: number,
  pieces: number
): Promise<{ id: string; reserved: () => Promise<number> }> {
  const id = await createVariant(
    container,
    shop,
    price,
    `Teapot for ${price}`,
    true
  )
  const { data } = await container.resolve("query").graph({
    entity: "product_variant",
    fields: ["inventory_items.inventory_item_id"],
    filters: { id },
  })
  const inventory_item_id = data[0]!.inventory_items![0]!.inventory_item_id
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: [
        {
          inventory_item_id,
          location_id: shop.stockLocationId,
          stocked_quantity: pieces,
        },
      ],
    },
  })
  const inventory = container.resolve(Modules.INVENTORY)
  return {
    id,
    reserved: async () =>
      Number(
        await inventory.retrieveReservedQuantity(inventory_item_id, [
          shop.stockLocationId,
        ])
      ),
  }
}
