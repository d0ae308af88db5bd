import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
} from "@medusajs/medusa/core-flows"

/** The region in which customers pay in THB through One2Pays. Prices there include the VAT of 7 %. */
export async function seedThailand(
  container: MedusaContainer
): Promise<string> {
  const regions = container.resolve(Modules.REGION)
  const [existing] = await regions.listRegions({ currency_code: "thb" })
  if (existing) return existing.id

  const {
    result: [region],
  } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Thailand",
          currency_code: "thb",
          countries: ["th"],
          payment_providers: ["pp_one2pays_one2pays"],
          is_tax_inclusive: true,
        },
      ],
    },
  })
  if (!region) throw new Error("No region was made.")
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "th",
        provider_id: "tp_system",
        default_tax_rate: { name: "VAT", code: "vat", rate: 7 },
      },
    ],
  })
  return region.id
}
