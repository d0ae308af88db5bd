import type { MedusaContainer } from "@medusajs/framework/types"
import { startTelling } from "../workflows/notices/start-telling"

/**
 * Runs every fifteen seconds, for what no event told of: the rest of a burst, mails that a provider refused, and notices
 * of processes that died. With nothing to tell, it reads two indexes.
 */
export default async function tellStaff(
  container: MedusaContainer
): Promise<void> {
  startTelling(container)
}

export const config = {
  name: "one2pays-tell-staff",
  schedule: { interval: 15_000 },
}
