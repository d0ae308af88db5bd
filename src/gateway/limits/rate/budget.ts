import { createHash } from "node:crypto"

import type { CallRank } from "../../call-options"
import { systemClock, type Clock } from "../../clock"
import { One2PaysError } from "../../errors"
import type { Logger } from "../../logger"
import type { Departure, RateBudget } from "../gate"
import { memoryCounters, type RateCounters } from "./counters"
import { withFallback } from "./fallback"
import { RatePace } from "./pace"
import { planRate, type RatePlan } from "./plan"
import { type Ahead, RateQueue, type Waiting } from "./queue"
import { createTurns, LONGEST_PAUSE_MS, type Turn, type Turns } from "./turns"

interface RateBudgetOptions {
  /** The gateway's limit; below 1 counts as 1. */
  perMinute: number
  /** The gateway limits each key by itself, and a test key has its own limit. */
  apiKey: string
  counters: RateCounters
  clock?: Clock
  logger?: Logger
}

/** Without the shared store, each process takes this share: it assumes that at most four run. */
const SHARE_WITHOUT_STORE = 1 / 4

/** When a window begins, the processes spread over this part of it. */
const SPREAD = 0.02

/** Keeps all processes that share the counters within the gateway's limit. */
export function createRateBudget({
  perMinute,
  apiKey,
  counters,
  clock = systemClock,
  logger,
}: RateBudgetOptions): RateBudget {
  const plan = planRate(perMinute)
  const ownPerMinute = Math.max(1, Math.floor(perMinute * SHARE_WITHOUT_STORE))
  const keyPrefix = `one2pays:rate:${digestOf(apiKey)}`
  const turns = withFallback({
    shared: createTurns({ counters, plan, keyPrefix, clock }),
    own: createTurns({
      counters: memoryCounters(),
      plan: planRate(ownPerMinute),
      keyPrefix,
      clock,
    }),
    ownPerMinute,
    clock,
    logger,
  })
  return new QueuedRateBudget(turns, plan, clock)
}

function digestOf(apiKey: string): string {
  return createHash("sha256").update(apiKey).digest("hex").slice(0, 16)
}

/** Times are epoch milliseconds. */
interface WaitingCall extends Waiting {
  /** A later turn would leave too little time for the call itself. */
  readonly latestTurnAt: number
  waited: boolean
  leave(): void
  refuse(error: Error): void
}

/**
 * One queue before the counters. It asks them one question at a time, and the call that is first
 * when the answer comes gets the turn. So a call that leaves the queue meanwhile takes no turn with
 * it.
 */
class QueuedRateBudget implements RateBudget {
  private readonly queue = new RateQueue<WaitingCall>()
  private readonly pace: RatePace
  private closedUntil = 0
  private backgroundClosedUntil = 0
  private isDispatching = false
  private isClosed = false
  private nap: AbortController | undefined

  constructor(
    private readonly turns: Turns,
    private readonly plan: RatePlan,
    private readonly clock: Clock
  ) {
    this.pace = new RatePace(plan)
  }

  async take({ rank, deadline, signal }: Departure): Promise<boolean> {
    if (this.isClosed || signal?.aborted) {
      throw aborted()
    }
    const since = this.clock.now()
    this.openAfterClockChange(since)
    // The call itself needs the other half: a call that is cut off has an unknown outcome.
    const latestTurnAt = since + Math.max(0, (deadline - since) / 2)
    const expectedAt = this.expectedAt(rank, this.queue.ahead(rank))
    if (expectedAt > latestTurnAt) {
      throw busy(expectedAt - since)
    }
    return new Promise((resolve, reject) => {
      const leaveEarly = () => {
        this.queue.remove(call)
        reject(aborted())
        if (this.queue.size === 0) {
          this.nap?.abort()
        }
      }
      const call: WaitingCall = {
        rank,
        since,
        latestTurnAt,
        waited: this.isDispatching,
        leave() {
          signal?.removeEventListener("abort", leaveEarly)
          resolve(call.waited)
        },
        refuse(error) {
          signal?.removeEventListener("abort", leaveEarly)
          reject(error)
        },
      }
      signal?.addEventListener("abort", leaveEarly, { once: true })
      this.queue.add(call)
      if (rank !== "background" && since >= this.closedUntil) {
        // A queue that sleeps now sleeps only until background calls may leave.
        this.nap?.abort()
      }
      void this.dispatch()
    })
  }

  async pause(ms: number): Promise<void> {
    const duration = Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS)
    this.closedUntil = Math.max(this.closedUntil, this.clock.now() + duration)
    this.refuseLate()
    await this.turns.pause(duration)
  }

  async left(): Promise<number> {
    return Math.max(0, (await this.turns.left()) - this.queue.size)
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.refuseAll(aborted())
    this.nap?.abort()
    await this.turns.close()
  }

  private async dispatch(): Promise<void> {
    if (this.isDispatching) {
      return
    }
    this.isDispatching = true
    try {
      while (this.queue.size > 0) {
        await this.serveNext()
      }
    } catch (error) {
      // No error is known to come here, but no call must wait for ever.
      this.refuseAll(error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.isDispatching = false
    }
  }

  private async serveNext(): Promise<void> {
    const now = this.clock.now()
    if (now < this.closedUntil) {
      await this.sleepUntil(this.closedUntil)
      return
    }
    const next = this.queue.next(now, {
      background: now >= this.backgroundClosedUntil,
    })
    if (!next) {
      await this.sleepUntil(this.backgroundClosedUntil)
      return
    }
    const background = next.rank === "background"
    const turn = await this.turns.take(background)
    if (turn.granted) {
      this.grant(background)
    } else {
      this.closeFor(turn)
    }
  }

  private grant(background: boolean): void {
    this.pace.noteTurn()
    const now = this.clock.now()
    if (now < this.closedUntil) {
      return // The gateway said 429 meanwhile.
    }
    const call =
      this.queue.next(now, { background }) ??
      this.queue.next(now, { background: true })
    if (call) {
      this.queue.serve(call)
      call.leave()
    }
  }

  private closeFor({ closedFor, waitMs }: Turn & { granted: false }): void {
    const now = this.clock.now()
    const random = this.clock.random?.() ?? Math.random()
    const until = now + waitMs + random * SPREAD * this.plan.windowMs
    if (closedFor === "everybody") {
      this.closedUntil = Math.max(this.closedUntil, until)
      this.pace.noteExhausted(now)
    } else {
      this.backgroundClosedUntil = until
    }
    this.refuseLate()
  }

  private async sleepUntil(time: number): Promise<void> {
    const nap = new AbortController()
    this.nap = nap
    try {
      const ms = Math.max(1, Math.ceil(time - this.clock.now()))
      await this.clock.sleep(ms, nap.signal)
    } catch (error) {
      if (!nap.signal.aborted) {
        throw error
      }
    } finally {
      this.nap = undefined
    }
  }

  /** Without this, a clock that is set back by an hour would keep the queue closed for that hour. */
  private openAfterClockChange(now: number): void {
    const latest = now + LONGEST_PAUSE_MS + 2 * this.plan.windowMs
    this.closedUntil = Math.min(this.closedUntil, latest)
    this.backgroundClosedUntil = Math.min(this.backgroundClosedUntil, latest)
  }

  /** The time of a call's turn, as far as this process can know. */
  private expectedAt(rank: CallRank, ahead: Ahead): number {
    const isBackground = rank === "background"
    return (
      Math.max(
        this.clock.now(),
        this.closedUntil,
        isBackground ? this.backgroundClosedUntil : 0
      ) + this.pace.waitAfter(ahead, isBackground)
    )
  }

  /** Refuses calls that cannot get a turn in time, so that none waits in vain. */
  private refuseLate(): void {
    const now = this.clock.now()
    const ahead = { all: 0, background: 0 }
    for (const call of this.queue) {
      call.waited = true
      const expectedAt = this.expectedAt(call.rank, ahead)
      if (expectedAt > call.latestTurnAt) {
        this.queue.remove(call)
        call.refuse(busy(expectedAt - now))
      } else {
        ahead.all += 1
        ahead.background += call.rank === "background" ? 1 : 0
      }
    }
  }

  private refuseAll(error: Error): void {
    for (const call of this.queue) {
      this.queue.remove(call)
      call.refuse(error)
    }
  }
}

function aborted(): One2PaysError {
  return new One2PaysError({ code: "ABORTED", outcome: "not_sent" })
}

function busy(waitMs: number): One2PaysError {
  return new One2PaysError({
    code: "RATE_LIMIT_EXCEEDED",
    outcome: "not_sent",
    retryAfterMs: Math.ceil(waitMs),
  })
}
