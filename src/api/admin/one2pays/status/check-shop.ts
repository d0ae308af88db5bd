import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { findPaymentEntryProblem } from "../../../../modules/one2pays/config/payment-entry"
import type { PublicOptions } from "../../../../modules/one2pays/config/public-options"
import { queryOf } from "../../../../modules/one2pays/core/query"
import { isOne2Pays } from "../../../../modules/one2pays/core/is-one2pays"

/** A check of the shop's present set-up. */
export type ShopCheck =
  | {
      id: "payment_entry"
      state: "ok" | "wrong"
      /** One line that says what staff have to write. */
      problem: string | null
    }
  /** The shop takes baht only where a region has them and offers One2Pays. */
  | { id: "thb_region"; state: "ok" | "wrong"; regions: RegionName[] }
  /** One2Pays refuses every other currency, but only after the customer has chosen One2Pays. */
  | { id: "other_currencies"; state: "ok" | "doubtful"; regions: RegionName[] }
  | { id: "encryption_key"; state: "ok" | "doubtful" }

export interface RegionName {
  id: string
  name: string
}

interface RegionFacts extends RegionName {
  currency_code: string
  payment_providers?: ({ id: string; is_enabled: boolean } | null)[] | null
}

/** Repeats the boot's check, and adds those that the boot cannot make. It costs one query and no gateway call. */
export async function checkShop(
  container: MedusaContainer,
  options: Pick<PublicOptions, "encryption_key">
): Promise<ShopCheck[]> {
  const config = container.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const query = queryOf(container)
  const { data } = await query.graph({
    entity: "region",
    fields: [
      "id",
      "name",
      "currency_code",
      "payment_providers.id",
      "payment_providers.is_enabled",
    ],
  })
  const problem = findPaymentEntryProblem(config.modules?.[Modules.PAYMENT])
  return [
    { id: "payment_entry", state: problem ? "wrong" : "ok", problem },
    ...checkRegions(data as RegionFacts[]),
    {
      id: "encryption_key",
      state: options.encryption_key === "own" ? "ok" : "doubtful",
    },
  ]
}

function checkRegions(regions: RegionFacts[]): ShopCheck[] {
  const offering = regions.filter(({ payment_providers }) =>
    payment_providers?.some(
      (provider) => provider?.is_enabled && isOne2Pays(provider.id)
    )
  )
  const isThb = ({ currency_code }: RegionFacts) =>
    currency_code.toLowerCase() === "thb"
  const thb = offering.filter(isThb)
  const others = offering.filter((region) => !isThb(region))
  return [
    {
      id: "thb_region",
      state: thb.length > 0 ? "ok" : "wrong",
      regions: thb.map(nameOf),
    },
    {
      id: "other_currencies",
      state: others.length > 0 ? "doubtful" : "ok",
      regions: others.map(nameOf),
    },
  ]
}

const nameOf = ({ id, name }: RegionFacts): RegionName => ({ id, name })
