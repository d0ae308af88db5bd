import type { Clock } from "../clock"
import { One2PaysError } from "../errors"
import type { Arrival, Departure, Maintenance } from "./gate"

/** A maintenance under way. Times are epoch milliseconds. */
export interface MaintenanceState {
  startedAt: number
  /** Probes since the start. */
  probes: number
  /** The earliest time of the next probe. */
  nextProbeAt: number
}

/** All instances keep the state here. The store decides each change, so that one instance wins it. */
export interface MaintenanceStore {
  /** Null while there is no maintenance. */
  read(): Promise<MaintenanceState | null>
  /** @returns whether this call began the maintenance; false when it had begun already */
  begin(state: MaintenanceState): Promise<boolean>
  /** @returns whether this call replaced `seen` by `next`; false when the state was no longer `seen` */
  advance(seen: MaintenanceState, next: MaintenanceState): Promise<boolean>
  /** @returns whether this call ended the maintenance */
  end(startedAt: number): Promise<boolean>
}

export interface MaintenanceOptions {
  store: MaintenanceStore
  clock: Clock
  /** The one instance that noticed calls this, once a maintenance. */
  onStarted?(state: MaintenanceState): void | Promise<void>
  /** The one instance that noticed calls this, once a maintenance. */
  onEnded?(state: MaintenanceState): void | Promise<void>
}

const FIRST_PROBE_MS = 30_000
const LONGEST_WAIT_MS = 5 * 60_000

/** Jobs probe the gateway. A customer's call does so only when no job has for this long. */
const JOBS_GO_FIRST_MS = 60_000

/**
 * Stops all calls at the first `MAINTENANCE_MODE` and lets a single call through after 30 s, 60 s,
 * … 5 min, until the gateway answers anything else. Source: the vendor's error page, "do not retry
 * aggressively".
 */
export function createMaintenance({
  store,
  clock,
  onStarted,
  onEnded,
}: MaintenanceOptions): Maintenance {
  const noteAnswer =
    (probe: MaintenanceState | null): Arrival =>
    async (error) => {
      if (error?.code === "MAINTENANCE_MODE") {
        await begin()
      } else if (probe && hasAnswered(error)) {
        // Only a probe's answer counts: any other call may have left before the maintenance began.
        if (await store.end(probe.startedAt)) {
          await onEnded?.(probe)
        }
      }
    }

  const begin = async () => {
    const startedAt = clock.now()
    const state = {
      startedAt,
      probes: 0,
      nextProbeAt: startedAt + FIRST_PROBE_MS,
    }
    if (await store.begin(state)) {
      await onStarted?.(state)
    }
  }

  return {
    async enter({ rank }: Departure) {
      const state = await store.read()
      if (!state) {
        return noteAnswer(null)
      }
      const now = clock.now()
      const dueAt =
        state.nextProbeAt + (rank === "background" ? 0 : JOBS_GO_FIRST_MS)
      const next = {
        ...state,
        probes: state.probes + 1,
        nextProbeAt: now + waitAfter(state.probes + 1),
      }
      if (now >= dueAt && (await store.advance(state, next))) {
        return noteAnswer(next)
      }
      throw new One2PaysError({
        code: "MAINTENANCE_MODE",
        outcome: "not_sent",
        retryAfterMs: Math.max(1000, state.nextProbeAt - now),
      })
    },
  }
}

/** Milliseconds until the next probe, after so many probes. */
function waitAfter(probes: number): number {
  return Math.min(FIRST_PROBE_MS * 2 ** probes, LONGEST_WAIT_MS)
}

/**
 * Whether the gateway's API itself answered. An answer from a layer before it (a refused connection,
 * a 502, a 429, a 401) says nothing about the maintenance behind.
 */
function hasAnswered(error: One2PaysError | undefined): boolean {
  const status = error?.status ?? 0
  return (
    error === undefined ||
    (status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status))
  )
}
