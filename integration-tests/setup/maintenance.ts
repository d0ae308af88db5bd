import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Lets the time until the next probe pass, for all instances. */
export async function letProbeTimePass(
  container: MedusaContainer
): Promise<void> {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      "update one2pays_gateway_state set next_probe_at = now() - interval '1 hour'"
    )
}

/** The gateway works again, and the shop has noticed. */
export async function endMaintenance(
  container: MedusaContainer,
  sandbox: { setMaintenance(on: boolean): void }
): Promise<void> {
  sandbox.setMaintenance(false)
  await letProbeTimePass(container)
  await container
    .resolve<{ connection: { probe(): Promise<void> } }>("one2pays")
    .connection.probe()
}
