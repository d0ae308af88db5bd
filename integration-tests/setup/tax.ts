import type { MedusaContainer } from "@medusajs/framework/types"
import { createTaxRatesWorkflow } from "@medusajs/medusa/core-flows"

/** From now on Thailand takes so many percent of everything. */
export async function taxThailand(
  container: MedusaContainer,
  rate: number
): Promise<void> {
  const { data: regions } = await container.resolve("query").graph({
    entity: "tax_region",
    fields: ["id"],
    filters: { country_code: "th" },
  })
  await createTaxRatesWorkflow(container).run({
    input: [
      {
        name: "VAT",
        code: "vat",
        rate,
        is_default: true,
        tax_region_id: regions[0]!.id,
      },
    ],
  })
}
