import type { Logger } from "@medusajs/framework/types"
import {
  One2PaysError,
  type Clock,
  type One2PaysClient,
} from "../../../gateway"
import { bangkokDay, type Days } from "../shared/shop-zone"
import {
  buildStatement,
  dayAfter,
  daysFrom,
  midnight,
  type Statement,
} from "./build-statement"
import { compareWithGateway, type Comparison } from "./compare"
import type { CompareQueries } from "./compare-queries"
import type { SnapshotStore } from "./snapshot-store"
import type { Movement, Period, StatementQueries } from "./statement-queries"

/** Longer than the call of one instance, shorter than the pause to the next try. */
const LEASE_SECONDS = 50

/** The account's statement: the balances, the ledger of what moved, and what fits neither. */
export class StatementOfAccount {
  constructor(
    private readonly tools: {
      gateway: One2PaysClient
      clock: Clock
      logger: Logger
      snapshots: SnapshotStore
      queries: StatementQueries
      ours: CompareQueries
    }
  ) {}

  /** Reads the statement of some days, up to today. It asks the database only. */
  async read({ from, to }: Days): Promise<Statement> {
    const { queries } = this.tools
    const days = daysFrom(from, earlier(to, this.today()))
    const snapshots = await queries.snapshots(from, dayAfter(to))
    const moments = [
      ...snapshots.map(({ taken_at }) => taken_at.getTime()),
      midnight(from).getTime(),
      midnight(dayAfter(to)).getTime(),
    ]
    const start = new Date(Math.min(...moments))
    const [flows, in_flight] = await Promise.all([
      queries.flows(
        // A moment more than the last balance, which counts what moved at its own.
        { from: start, to: new Date(Math.max(...moments) + 1) },
        snapshots.map(({ taken_at }) => taken_at)
      ),
      queries.inFlight(start),
    ])
    return {
      ...buildStatement({ days, snapshots, flows, in_flight }),
      from,
      to,
    }
  }

  /** Reads a page of what came and left in some days, the oldest first, and counts it all. */
  movements(
    days: Days,
    page: { limit: number; offset: number }
  ): Promise<{ movements: Movement[]; count: number }> {
    return this.tools.queries.list(periodOf(days), page)
  }

  /** Streams all that came and left in some days, page by page, the oldest first. */
  streamMovements(days: Days): AsyncGenerator<Movement[], void, undefined> {
    return this.tools.queries.stream(periodOf(days))
  }

  /**
   * Compares what the gateway lists for some days with what the plugin knows of it.
   *
   * @param after `next` of an earlier answer
   * @throws One2PaysError when the gateway does not answer
   */
  compare(days: Days, after?: string): Promise<Comparison> {
    return compareWithGateway(this.tools, periodOf(days), after)
  }

  /**
   * Keeps the balance at the beginning of today, once, whichever instance comes first. When the gateway does not answer,
   * the next call tries again: a late balance keeps its own time.
   */
  async takeSnapshot(): Promise<void> {
    const { snapshots, gateway, clock, logger } = this.tools
    const day = this.today()
    if (await snapshots.has(day)) {
      return
    }
    const busy_until = await snapshots.claim(day, LEASE_SECONDS)
    if (!busy_until) {
      return
    }
    try {
      const balance = await gateway.balance.retrieve({
        rank: "background",
        maxTries: 1,
      })
      // The call may have waited for its turn: the answer is nearer to the balance than the question.
      const takenAt = new Date(clock.now())
      await snapshots.record({ day, busy_until }, balance, takenAt)
    } catch (error) {
      if (!(error instanceof One2PaysError)) {
        throw error
      }
      logger.debug(
        `[one2pays] the balance of ${day} could not be read: ${error.message}`
      )
    }
  }

  private today(): string {
    return bangkokDay(new Date(this.tools.clock.now()))
  }
}

const earlier = (one: string, other: string) => (one < other ? one : other)

const periodOf = ({ from, to }: Days): Period => ({
  from: midnight(from),
  to: midnight(dayAfter(to)),
})
