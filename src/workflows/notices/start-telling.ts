import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf, type One2PaysModuleService } from "../../modules/one2pays"
import { loggerOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { tellStaffWorkflow } from "./tell-staff"

/** The tellers of this process, by plugin. Whether one more round was asked for during the present one. */
const tellers = new WeakMap<One2PaysModuleService, { again: boolean }>()

/**
 * Begins to tell staff what waits. A process has one teller: who calls while it runs gets one more round of it. Nobody
 * waits for it: an upload calls thousands of times, and a mail may take seconds.
 */
export function startTelling(container: MedusaContainer): void {
  const one2pays = one2paysOf(container)
  const running = tellers.get(one2pays)
  if (running) {
    running.again = true
    return
  }
  const teller = { again: false }
  tellers.set(one2pays, teller)
  void tellUntilNobodyAsks(container, teller)
    .catch((error: unknown) => {
      logFailure(
        loggerOf(container),
        "staff were not told, and are with the next run",
        error
      )
    })
    .finally(() => tellers.delete(one2pays))
}

/** Somebody else may have set it meanwhile, which the compiler cannot see. */
const isAskedAgain = ({ again }: { again: boolean }) => again

async function tellUntilNobodyAsks(
  container: MedusaContainer,
  teller: { again: boolean }
): Promise<void> {
  do {
    teller.again = false
    await tellStaffWorkflow(container).run()
  } while (isAskedAgain(teller))
}
