import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../modules/one2pays"

/**
 * Runs every minute, and keeps the balance once a day: at midnight in Thailand, or as soon after it as the gateway
 * answers. On all other minutes it reads one row.
 */
export default async function takeSnapshot(
  container: MedusaContainer
): Promise<void> {
  await one2paysOf(container).statement.takeSnapshot()
}

export const config = {
  name: "one2pays-take-snapshot",
  schedule: "* * * * *",
}
