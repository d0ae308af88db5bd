import { setTimeout as wait } from "node:timers/promises"
import type { Clock } from "../clock"
import { hitsBeforeWork, type Fault } from "../state/faults"
import type { StoredAnswer } from "../state/idempotency"
import { serverError } from "./error-answer"

const DEFAULT_SLOW_MS = 2_000
const MAX_DELAY_MS = 600_000

interface Outcome {
  answer: StoredAnswer
  /** True drops the connection instead of answering. */
  lost: boolean
}

/** Runs the work under a fault. @param work at most once, and never under a fault that hits before it. */
export async function underFault(
  fault: Fault | undefined,
  clock: Clock,
  work: () => Promise<StoredAnswer>
): Promise<Outcome> {
  if (fault === undefined) {
    return { answer: await work(), lost: false }
  }
  const worked = hitsBeforeWork(fault) ? undefined : await work()
  const delay = fault.delayMs ?? (fault.kind === "slow" ? DEFAULT_SLOW_MS : 0)
  if (delay > 0) {
    const ms = Math.min(delay, MAX_DELAY_MS)
    await (clock.sleep?.(ms) ?? wait(ms, undefined, { ref: false }))
  }
  return spoiled(fault, worked ?? { status: 500, body: "" })
}

function spoiled(fault: Fault, worked: StoredAnswer): Outcome {
  switch (fault.kind) {
    case "refused":
    case "answer_lost":
      return { answer: worked, lost: true }
    case "slow":
      return { answer: worked, lost: false }
    case "server_error":
      return { answer: serverError(fault.status ?? 500), lost: false }
    case "unavailable":
      return { answer: serverError(503), lost: false }
    case "malformed_json":
      return {
        answer: {
          status: fault.status ?? worked.status,
          body: worked.body.slice(0, Math.floor(worked.body.length / 2)),
        },
        lost: false,
      }
    default:
      return fault.kind satisfies never
  }
}
