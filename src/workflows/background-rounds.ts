import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf, type One2PaysModuleService } from "../modules/one2pays"
import { loggerOf } from "../modules/one2pays/core/query"
import { logFailure } from "../modules/one2pays/errors/log-failure"

/**
 * Makes the function that starts work in the background. A process does one round at a time: who starts it during a
 * round gets one more. Every instance may have one.
 *
 * Nobody waits for it: Medusa runs one job and one subscriber after the other, and the work may take minutes.
 *
 * @param failed what the log says when a round fails
 * @param round whether another one has to follow
 */
export function backgroundRounds(
  failed: string,
  round: (container: MedusaContainer) => Promise<boolean>
): (container: MedusaContainer) => void {
  const running = new WeakMap<One2PaysModuleService, { again: boolean }>()

  async function goRound(
    container: MedusaContainer,
    rounds: { again: boolean }
  ): Promise<void> {
    do {
      rounds.again = false
      const isCutOff = await round(container)
      rounds.again ||= isCutOff
    } while (rounds.again)
  }

  return (container) => {
    const one2pays = one2paysOf(container)
    const present = running.get(one2pays)
    if (present) {
      present.again = true
      return
    }
    const rounds = { again: false }
    running.set(one2pays, rounds)
    void goRound(container, rounds)
      .catch((error: unknown) => {
        logFailure(loggerOf(container), failed, error)
      })
      .finally(() => running.delete(one2pays))
  }
}
