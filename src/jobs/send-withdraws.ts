import type { MedusaContainer } from "@medusajs/framework/types"
import { startSender } from "../workflows/withdraws/start-sender"

/**
 * Runs every five seconds, for what no event told of: refunds that may leave by now, withdraws whose pause is over, and
 * senders that died. With nothing to send, it reads two rows and does not call the gateway.
 */
export default async function sendWithdraws(
  container: MedusaContainer
): Promise<void> {
  startSender(container)
}

export const config = {
  name: "one2pays-send-withdraws",
  schedule: { interval: 5000 },
}
