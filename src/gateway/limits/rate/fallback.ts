import type { Clock } from "../../clock"
import type { Logger } from "../../logger"
import { inTime } from "../../time-limit"
import type { Turns } from "./turns"

interface FallbackOptions {
  shared: Turns
  /** Turns that this process counts alone. */
  own: Turns
  /** Calls per minute of `own`, for the log. */
  ownPerMinute: number
  clock: Clock
  logger?: Logger
}

/** A store that takes longer is as good as none: somebody waits for the call. */
const ANSWER_MS = 1000

const ASK_AGAIN_MS = 5000

/**
 * Takes turns from the shared store, and from this process alone while the store is away: a customer
 * can pay without it. Logs one line when the store goes and one when it is back.
 */
export function withFallback({
  shared,
  own,
  ownPerMinute,
  clock,
  logger,
}: FallbackOptions): Turns {
  let askAgainAt: number | undefined
  let isClosed = false

  const ask = async <T>(question: (turns: Turns) => Promise<T>): Promise<T> => {
    if (askAgainAt === undefined) {
      try {
        return await inTime(question(shared), ANSWER_MS, clock)
      } catch (error) {
        noteOutage(error)
      }
    } else if (clock.now() >= askAgainAt) {
      askAgainAt = clock.now() + ASK_AGAIN_MS
      // The call does not wait for this answer.
      void inTime(shared.left(), ANSWER_MS, clock).then(
        noteReturn,
        () => undefined
      )
    }
    return question(own)
  }

  const noteOutage = (error: unknown) => {
    if (isClosed) {
      return // The shop shuts down while a call waits; the store is fine.
    }
    if (askAgainAt === undefined) {
      logger?.warn(
        `[one2pays] the store of the rate limit does not answer (${reasonOf(error)}): until it does, this process keeps to ${ownPerMinute} gateway calls a minute of its own`
      )
    }
    askAgainAt = clock.now() + ASK_AGAIN_MS
  }

  const noteReturn = () => {
    if (askAgainAt !== undefined) {
      askAgainAt = undefined
      logger?.warn("[one2pays] the store of the rate limit answers again")
    }
  }

  return {
    take: (background) => ask((turns) => turns.take(background)),
    pause: (ms) => ask((turns) => turns.pause(ms)),
    left: () => ask((turns) => turns.left()),
    async close() {
      isClosed = true
      await shared.close()
      await own.close()
    },
  }
}

/** A refused connection to `localhost` has no message, only a code. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || String(error)
}
