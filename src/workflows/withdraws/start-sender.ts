import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf, type One2PaysModuleService } from "../../modules/one2pays"
import { loggerOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { sendWithdrawsWorkflow } from "./send-withdraws"

/** The senders of this process, by plugin. Whether one more round was asked for during the present one. */
const senders = new WeakMap<One2PaysModuleService, { again: boolean }>()

/**
 * Begins to send approved withdraws, and goes on until none is left. A process has one sender: who calls while it runs
 * gets one more round of it. Every instance may have one.
 *
 * Nobody waits for it: Medusa runs one job and one subscriber after the other, and thousands of payouts take minutes.
 */
export function startSender(container: MedusaContainer): void {
  const one2pays = one2paysOf(container)
  const running = senders.get(one2pays)
  if (running) {
    running.again = true
    return
  }
  const sender = { again: false }
  senders.set(one2pays, sender)
  void sendUntilNoneIsLeft(container, sender)
    .catch((error: unknown) => {
      logFailure(
        loggerOf(container),
        "the sender of payouts stopped and goes on with its next run",
        error
      )
    })
    .finally(() => senders.delete(one2pays))
}

async function sendUntilNoneIsLeft(
  container: MedusaContainer,
  sender: { again: boolean }
): Promise<void> {
  do {
    sender.again = false
    const { result } = await sendWithdrawsWorkflow(container).run()
    sender.again ||= result.is_cut_off
  } while (sender.again)
}
