import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../modules/one2pays"

/** Ends a maintenance without anybody's help: asks the gateway again when its time has come. */
export default async function probeGateway(
  container: MedusaContainer
): Promise<void> {
  await one2paysOf(container).connection.probe()
}

export const config = {
  name: "one2pays-probe-gateway",
  schedule: { interval: 10_000 },
}
