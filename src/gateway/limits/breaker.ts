import type { CallRank } from "../call-options"
import type { Clock } from "../clock"
import { One2PaysError } from "../errors"
import type { Breaker, Departure, Passage } from "./gate"

/** The gateway says that it is under maintenance, or it says nothing at all. */
export type OutageReason = "maintenance" | "silence"

/** An outage under way. Times are epoch milliseconds. */
export interface Outage {
  reason: OutageReason
  startedAt: number
  /** Probes since the start. */
  probes: number
  /** The earliest time of the next probe. */
  nextProbeAt: number
}

/** All instances keep the state here. The store decides each change, so that one instance wins it. */
export interface OutageStore {
  /** Null while there is no outage. */
  read(): Promise<Outage | null>
  /**
   * A maintenance takes the place of a silence.
   *
   * @returns whether this call began the outage; false when it, or another one, had begun already
   */
  begin(outage: Outage): Promise<boolean>
  /** @returns whether this call replaced `seen` by `next`; false when the state was no longer `seen` */
  advance(seen: Outage, next: Outage): Promise<boolean>
  /** @returns whether this call ended the outage */
  end(outage: Outage): Promise<boolean>
}

export interface BreakerOptions {
  store: OutageStore
  clock: Clock
  /** Milliseconds for one call. */
  timeoutMs: number
  /** The one instance that noticed calls this, once an outage. */
  onStarted?(outage: Outage): void | Promise<void>
  /** The one instance that noticed calls this, once an outage. */
  onEnded?(outage: Outage): void | Promise<void>
}

/** The times of the probes, in milliseconds. */
interface Probing {
  code: "MAINTENANCE_MODE" | "GATEWAY_SILENT"
  /** From the start of the outage to the first probe. */
  first: number
  /** From a probe to the next one. */
  after(probes: number): number
  /** The time that a call leaves to others, which wait for less. */
  patience(rank: CallRank, probes: number): number
}

const FIRST_PROBE_MS = 30_000
const LONGEST_WAIT_MS = 5 * 60_000
const SILENT_PROBE_MS = 10_000

/** Milliseconds. The job that probes runs more often than this. */
export const JOBS_GO_FIRST_MS = 60_000

const PROBING: Record<OutageReason, Probing> = {
  // Source: the vendor's error page, "do not retry aggressively".
  maintenance: {
    code: "MAINTENANCE_MODE",
    first: FIRST_PROBE_MS,
    after: (probes) => Math.min(FIRST_PROBE_MS * 2 ** probes, LONGEST_WAIT_MS),
    patience: (rank) => (rank === "background" ? 0 : JOBS_GO_FIRST_MS),
  },
  // Every call that asks about money may probe. A customer would wait for nothing, but for the one who asks whether the
  // gateway has the payment whose answer was lost.
  silence: {
    code: "GATEWAY_SILENT",
    first: 0,
    after: () => SILENT_PROBE_MS,
    patience: (rank, probes) =>
      rank === "checkout" && probes > 0 ? JOBS_GO_FIRST_MS : 0,
  },
}

/** A call that used up so much of its time limit waited for the gateway, and not for its turn. */
const SILENT_PART = 0.8

/**
 * Stops the calls of all instances in an outage, and lets one call after the other through, until the gateway answers.
 *
 * - Maintenance: the first `MAINTENANCE_MODE` stops all calls. The probes come after 30 s, 60 s, … 5 min.
 * - Silence: a customer's call without an answer within its time limit stops all calls, unless the process got the answer
 *   of another call meanwhile. The first probe may come at once, so that one lost call cuts off no gateway that lives. The
 *   next ones come every 10 s. A gateway that is slow, but answers within the time limit, is never silent.
 */
export function createBreaker({
  store,
  clock,
  timeoutMs,
  onStarted,
  onEnded,
}: BreakerOptions): Breaker {
  const silentAfterMs = SILENT_PART * timeoutMs
  /** This process alone knows: the others need a probe to find out. */
  let answeredAt = -Infinity

  const letPass = (rank: CallRank, probe: Outage | null): Passage => {
    const leftAt = clock.now()
    const arrive = async (error: One2PaysError | undefined) => {
      const now = clock.now()
      const isLong = now - leftAt >= silentAfterMs
      if (hasAnswered(error)) {
        answeredAt = now
      }
      if (error?.code === "MAINTENANCE_MODE") {
        await begin("maintenance")
      } else if (probe && endsOutage(probe, error, isLong)) {
        // Only a probe's answer counts: any other call may have left before the outage began.
        if (await store.end(probe)) {
          await onEnded?.(probe)
        }
      } else if (
        rank === "checkout" &&
        isLong &&
        !hasAnswered(error) &&
        error?.code !== "ABORTED" &&
        answeredAt <= leftAt
      ) {
        await begin("silence")
      }
    }
    return { isProbe: probe !== null, arrive }
  }

  const begin = async (reason: OutageReason) => {
    const startedAt = clock.now()
    const nextProbeAt = startedAt + PROBING[reason].first
    const outage = { reason, startedAt, probes: 0, nextProbeAt }
    if (await store.begin(outage)) {
      await onStarted?.(outage)
    }
  }

  return {
    async enter({ rank, deadline }: Departure) {
      const outage = await store.read()
      if (!outage) {
        return letPass(rank, null)
      }
      const { code, after, patience } = PROBING[outage.reason]
      const now = clock.now()
      const probes = outage.probes + 1
      const next = {
        ...outage,
        probes,
        // No probe begins while another one waits for its answer.
        nextProbeAt: Math.max(now + after(probes), deadline),
      }
      if (
        now >= outage.nextProbeAt + patience(rank, outage.probes) &&
        (await store.advance(outage, next))
      ) {
        return letPass(rank, next)
      }
      throw new One2PaysError({
        code,
        outcome: "not_sent",
        retryAfterMs: Math.max(1000, outage.nextProbeAt - now),
      })
    },
  }
}

/** A silence is over as soon as calls end soon, even if they fail. */
const endsOutage = (
  { reason }: Outage,
  error: One2PaysError | undefined,
  isLong: boolean
) =>
  hasAnswered(error) ||
  (reason === "silence" &&
    !isLong &&
    error?.code !== "TIMEOUT" &&
    error?.code !== "ABORTED")

/**
 * Whether the gateway's API itself answered. An answer from a layer before it (a refused connection,
 * a 502, a 429, a 401) says nothing about the API behind.
 */
function hasAnswered(error: One2PaysError | undefined): boolean {
  const status = error?.status ?? 0
  return (
    error === undefined ||
    (status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status))
  )
}
