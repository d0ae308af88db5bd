import { container } from "@medusajs/framework"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Stops the boot when the payment provider is configured without the plugin. The plugin's module checks everything else,
 * but it is missing then. So is the middleware that seals account numbers before core stores them.
 */
export function checkPluginEntry(): void {
  const config = container.resolve<ConfigModule | undefined>(
    ContainerRegistrationKeys.CONFIG_MODULE,
    { allowUnregistered: true }
  )
  if (config?.modules && !("one2pays" in config.modules)) {
    throw new Error(
      '[one2pays] medusa-config.ts, plugins: the payment provider is configured, but the plugin is not. Write: plugins: [{ resolve: "medusa-plugin-one2pays", options: { … } }]'
    )
  }
}
