import type { Logger } from "@medusajs/framework/types"
import {
  One2PaysError,
  type CallRank,
  type One2PaysClient,
} from "../../../gateway"
import { failureCode } from "../../../messages"
import type { BalanceRecord, GatewayStateStore } from "./gateway-state-store"

const ONCE_IN_SECONDS = 60

/**
 * Reads the balance. The instances together ask the gateway at most once in `everySeconds`, however many people look at
 * it. When the gateway does not answer, the last balance stands, with the code of the failure beside it.
 */
export async function checkBalance(
  { gateway }: { gateway: One2PaysClient },
  state: GatewayStateStore,
  logger: Logger,
  everySeconds = ONCE_IN_SECONDS,
  rank: CallRank = "background"
): Promise<BalanceRecord> {
  const asOf = await state.claimCheck(everySeconds)
  if (asOf) {
    try {
      await state.recordBalance(
        await gateway.balance.retrieve({ rank, maxTries: 1 }),
        asOf
      )
    } catch (error) {
      if (!(error instanceof One2PaysError)) {
        throw error
      }
      logger.debug(`[one2pays] the balance could not be read: ${error.message}`)
      await state.recordFailure(failureCode(error))
    }
  }
  return state.readBalance()
}
