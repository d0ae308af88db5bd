import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"

/**
 * Starts the plugin's service anew in the place of the running one: what it had in memory is gone.
 *
 * @param differences from the shop's options
 */
export async function startAnew(
  container: MedusaContainer,
  differences: Record<string, unknown>
): Promise<void> {
  const running = container.resolve<One2PaysModuleService>("one2pays")
  await running.connection.close()
  Object.assign(running, serviceBeside(container, differences))
}

/**
 * The plugin's service as another start of the shop would make it, on the same database.
 *
 * @param differences from the shop's options
 */
export function serviceBeside(
  container: MedusaContainer,
  differences: Record<string, unknown>
): One2PaysModuleService {
  const { constructor, options } =
    container.resolve<One2PaysModuleService>("one2pays")
  const Service = constructor as new (
    ...tools: object[]
  ) => One2PaysModuleService
  return new Service(
    {
      logger: container.resolve(ContainerRegistrationKeys.LOGGER),
      __pg_connection__: container.resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      ),
    },
    { ...options, ...differences }
  )
}
