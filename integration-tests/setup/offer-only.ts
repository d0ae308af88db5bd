import type { MedusaContainer } from "@medusajs/framework/types"

interface Offering {
  options: { paymentMethods: string[] }
}

/** As if the merchant had started Medusa anew with one payment method alone. @returns what undoes it */
export function offerOnly(
  container: MedusaContainer,
  method: "promptpay" | "bank_transfer"
): () => void {
  const { options } = container.resolve<Offering>("one2pays")
  const replaced = jest.replaceProperty(options, "paymentMethods", [method])
  return () => replaced.restore()
}
