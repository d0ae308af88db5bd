/**
 * One instance of a shop, in a process of its own: offers the gateway far more calls than it takes, and sends its parent what became of
 * them. Started by rate-budget.spec.ts.
 */
import {
  createOne2PaysClient,
  createRateBudget,
  type One2PaysError,
  postgresCounters,
  redisCounters,
  type CallRank,
  type RateCounters,
} from "../../src/gateway"

type OfferedRank = Exclude<CallRank, "payout">

export interface RateLoad {
  baseUrl: string
  apiKey: string
  secretKey: string
  perMinute: number
  /** `postgres://` or `redis://` */
  storeUrl: string
  /** Epoch milliseconds. */
  startAt: number
  forMs: number
  /** Calls a second. */
  offered: Record<OfferedRank, number>
}

export interface RankFigures {
  offered: number
  /** Milliseconds from the offer to the answer. */
  answered: number[]
  /** Milliseconds from the offer to the refusal. */
  refused: number[]
  /** What should not have been. */
  failed: string[]
}

export interface LoadFigures {
  ranks: Record<OfferedRank, RankFigures>
  warnings: string[]
}

async function run(load: RateLoad): Promise<LoadFigures> {
  const warnings: string[] = []
  const logger = {
    debug: () => {},
    warn: (line: string) => warnings.push(line),
    error: (line: string) => warnings.push(line),
  }
  const { counters, close } = await countersAt(load.storeUrl)
  const { baseUrl, apiKey, secretKey, perMinute } = load
  const budget = createRateBudget({ perMinute, apiKey, counters, logger })
  const client = createOne2PaysClient({
    baseUrl,
    apiKey,
    secretKey,
    gate: { budget },
    logger,
  })

  const offer = async (rank: OfferedRank, figures: RankFigures) => {
    const since = Date.now()
    figures.offered += 1
    try {
      await client.balance.retrieve({ rank, maxTries: 1 })
      figures.answered.push(Date.now() - since)
    } catch (error) {
      const { code, outcome } = error as One2PaysError
      if (code === "RATE_LIMIT_EXCEEDED" && outcome === "not_sent") {
        figures.refused.push(Date.now() - since)
      } else {
        figures.failed.push(`${rank}: ${String(error)}`)
      }
    }
  }

  await budget.left() // connects
  await until(load.startAt)
  const offering = async (rank: OfferedRank) => {
    const figures = { offered: 0, answered: [], refused: [], failed: [] }
    const offers: Promise<void>[] = []
    const end = load.startAt + load.forMs
    for (let at = load.startAt; at < end; at += 1000 / load.offered[rank]) {
      await until(at)
      offers.push(offer(rank, figures))
    }
    await Promise.all(offers)
    return figures
  }
  const [checkout, webhook, background] = await Promise.all([
    offering("checkout"),
    offering("webhook"),
    offering("background"),
  ])
  await budget.close()
  client.close()
  await close()
  return { ranks: { checkout, webhook, background }, warnings }
}

async function countersAt(url: string): Promise<{
  counters: RateCounters
  close(): Promise<void>
}> {
  if (url.startsWith("redis:")) {
    return { counters: redisCounters(url), close: async () => {} }
  }
  const { knex } = await import("@medusajs/framework/mikro-orm/knex")
  const database = knex({ client: "pg", connection: url })
  return {
    counters: postgresCounters(database),
    close: () => database.destroy(),
  }
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, time - Date.now()))
  })
}

// Nothing is left behind when the parent is killed.
process.once("disconnect", () => process.exit())
process.once("message", (load: RateLoad) => {
  void run(load).then((figures) => process.send?.(figures))
})
process.send?.("ready")
