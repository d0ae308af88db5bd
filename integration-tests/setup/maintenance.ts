import type { MedusaContainer } from "@medusajs/framework/types"
import type { One2PaysModuleService } from "medusa-plugin-one2pays/modules/one2pays"
import { sql } from "./database"

/** Lets the time until the next probe pass, for all instances. */
export async function letProbeTimePass(
  container: MedusaContainer
): Promise<void> {
  await sql(
    container,
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
  await container.resolve<One2PaysModuleService>("one2pays").connection.probe()
}
