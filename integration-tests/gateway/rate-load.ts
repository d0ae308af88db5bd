/**
 * One instance of a shop, in a process of its own: says when it is ready, offers the gateway far more calls than it takes as soon as it
 * hears from its parent, and sends it what became of them. Started by rate-budget.spec.ts.
 */
import { once } from "node:events"

import {
  createOne2PaysClient,
  createRateBudget,
  type CallRank,
  type Clock,
  type One2PaysError,
  type RateBudget,
  type RateCounters,
  postgresCounters,
  systemClock,
} from "../../src/gateway"
import { connectedRedis } from "./connected-redis"

export type OfferedRank = Exclude<CallRank, "payout">

export interface RateLoad {
  baseUrl: string
  apiKey: string
  secretKey: string
  perMinute: number
  /** `postgres://` or `redis://` */
  storeUrl: string
  /** Background calls, all at once. */
  flood: number
  /** Half of it is for the wait at most. */
  patienceMs: number
  /** After so many answers to the background, others come. */
  alone: number
  /** How often a customer and the news of other payments come then. */
  rounds: number
  webhooksPerRound: number
}

export interface RankFigures {
  offered: number
  answered: number
  /** Without a call. */
  refused: number
  /** Those that still waited at the end. */
  letGo: number
}

/** The events of the queue, in their order. The offers of the background, which come first, are left out. */
export type QueueEvent = {
  what: "offered" | "left" | "refused"
  rank: CallRank
}

export interface LoadFigures {
  ranks: Record<OfferedRank, RankFigures>
  events: QueueEvent[]
  /** Everything that should not have happened. */
  problems: string[]
}

/** A busy machine is no mistake in the code: neither the counters nor the gateway are ever too late. */
const patientClock: Clock = { ...systemClock, after: () => () => {} }

async function run(
  load: RateLoad,
  start: () => Promise<void>
): Promise<LoadFigures> {
  const events: QueueEvent[] = []
  const problems: string[] = []
  const logger = {
    debug: () => {},
    warn: (line: string) => problems.push(line),
    error: (line: string) => problems.push(line),
  }
  const { counters, close } = await countersAt(load.storeUrl)
  const { baseUrl, apiKey, secretKey, perMinute } = load
  const budget = createRateBudget({
    perMinute,
    apiKey,
    counters,
    clock: patientClock,
    logger,
  })
  const client = createOne2PaysClient({
    baseUrl,
    apiKey,
    secretKey,
    gate: { budget: watched(budget, events) },
    clock: patientClock,
    logger,
  })
  /** By its rank, so that the gateway's journal tells them apart. */
  const calls = {
    checkout: client.balance.retrieve,
    webhook: client.payments.list,
    background: client.withdraws.list,
  }
  const none = () => ({ offered: 0, answered: 0, refused: 0, letGo: 0 })
  const ranks = { checkout: none(), webhook: none(), background: none() }

  const offer = async (rank: OfferedRank) => {
    const figures = ranks[rank]
    const options = {
      rank,
      maxTries: 1,
      deadline: Date.now() + load.patienceMs,
    }
    figures.offered += 1
    try {
      await (rank === "checkout"
        ? calls[rank](options)
        : calls[rank]({}, options))
      figures.answered += 1
    } catch (error) {
      const { code, outcome } = error as One2PaysError
      if (code === "RATE_LIMIT_EXCEEDED" && outcome === "not_sent") {
        figures.refused += 1
      } else if (code === "ABORTED" && outcome === "not_sent") {
        figures.letGo += 1
      } else {
        problems.push(`${rank}: ${String(error)}`)
      }
    }
  }
  let answers = 0
  let noteAnswer = () => {}
  const offerBackground = () =>
    offer("background").then(() => {
      answers += 1
      noteAnswer()
    })
  const answeredBackground = async (count: number) => {
    const enough = ranks.background.answered + count
    while (
      ranks.background.answered < enough &&
      answers < ranks.background.offered
    ) {
      await new Promise<void>((resolve) => {
        noteAnswer = resolve
      })
    }
  }

  await budget.left() // connects
  await start()
  const flood = Array.from({ length: load.flood }, offerBackground)
  await answeredBackground(load.alone)
  for (let round = 0; round < load.rounds; round++) {
    await Promise.all([
      offer("checkout"),
      ...Array.from({ length: load.webhooksPerRound }, () => offer("webhook")),
    ])
    await answeredBackground(1)
  }
  await budget.close()
  await Promise.all(flood)
  client.close()
  await close()
  return { ranks, events, problems }
}

/** Keeps the order of what happens at the budget. */
function watched(budget: RateBudget, events: QueueEvent[]): RateBudget {
  return {
    async take(departure) {
      const { rank } = departure
      const note = (what: QueueEvent["what"]) => events.push({ what, rank })
      if (rank !== "background") note("offered")
      try {
        const waited = await budget.take(departure)
        note("left")
        return waited
      } catch (error) {
        note("refused")
        throw error
      }
    },
    pause: (ms) => budget.pause(ms),
    left: () => budget.left(),
    close: () => budget.close(),
  }
}

async function countersAt(url: string): Promise<{
  counters: RateCounters
  close(): Promise<void>
}> {
  if (url.startsWith("redis:")) {
    return { counters: await connectedRedis(url), close: async () => {} }
  }
  const { knex } = await import("@medusajs/framework/mikro-orm/knex")
  const database = knex({ client: "pg", connection: url })
  return {
    counters: postgresCounters(database),
    close: () => database.destroy(),
  }
}

// Nothing is left behind when the parent is killed.
process.once("disconnect", () => process.exit())
void run(JSON.parse(process.argv[2]!) as RateLoad, async () => {
  process.send?.("ready")
  await once(process, "message")
}).then((figures) => process.send?.(figures))
