import type { MedusaContainer } from "@medusajs/framework/types"

interface Limited {
  options: { timeoutMs: number }
}

/** As if the merchant had started Medusa anew with this limit for opening a payment. @returns what undoes it */
export function limitTo(
  container: MedusaContainer,
  timeoutMs: number
): () => void {
  const { options } = container.resolve<Limited>("one2pays")
  const replaced = jest.replaceProperty(options, "timeoutMs", timeoutMs)
  return () => replaced.restore()
}
