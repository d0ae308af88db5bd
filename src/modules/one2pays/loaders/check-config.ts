import type { ConfigModule, LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { resolveOptions } from "../config/options"
import { findPaymentEntryProblem } from "../config/payment-entry"

/** Stops the boot with one line that tells the merchant what to write, before a customer meets the mistake. */
export default async function checkConfig({
  container,
  options,
}: LoaderOptions): Promise<void> {
  resolveOptions(options ?? {})
  const config = container.resolve<ConfigModule | undefined>(
    ContainerRegistrationKeys.CONFIG_MODULE,
    {
      allowUnregistered: true,
    }
  )
  const problem = findPaymentEntryProblem(config?.modules?.[Modules.PAYMENT])
  if (problem) {
    throw new Error(`[one2pays] medusa-config.ts, modules: ${problem}`)
  }
}
