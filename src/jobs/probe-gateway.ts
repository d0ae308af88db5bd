import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../modules/one2pays"

/** Asks a gateway in an outage again once its retry time has come, so that no person has to end the outage. */
export default async function probeGateway(
  container: MedusaContainer
): Promise<void> {
  await one2paysOf(container).connection.probe()
}

export const config = {
  name: "one2pays-probe-gateway",
  schedule: { interval: 10_000 },
}
