import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf, type One2PaysModuleService } from "../../modules/one2pays"
import { sendWithdrawsWorkflow } from "./send-withdraws"

/** The senders of this process, by plugin. Whether one more round was asked for during the present one. */
const senders = new WeakMap<One2PaysModuleService, { again: boolean }>()

/**
 * Sends approved withdraws until none is left. A process has one sender: who calls while it runs gets one more round of
 * it. Every instance may have one.
 */
export async function sendUntilNoneIsLeft(
  container: MedusaContainer
): Promise<void> {
  const one2pays = one2paysOf(container)
  const running = senders.get(one2pays)
  if (running) {
    running.again = true
    return
  }
  const sender = { again: false }
  senders.set(one2pays, sender)
  try {
    do {
      sender.again = false
      const { result } = await sendWithdrawsWorkflow(container).run()
      sender.again ||= result.is_cut_off
    } while (sender.again)
  } finally {
    senders.delete(one2pays)
  }
}
