import type { MedusaContainer } from "@medusajs/framework/types"

interface Provable {
  unit: { note(verdict: "proved", reference: string): Promise<void> }
}

/** As after the first PromptPay payment of the shop: payouts leave, and bank transfers are offered. */
export const proveUnit = (container: MedusaContainer): Promise<void> =>
  container.resolve<Provable>("one2pays").unit.note("proved", "order_before")
