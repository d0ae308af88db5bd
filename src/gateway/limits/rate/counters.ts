import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
} from "rate-limiter-flexible"

import { systemClock } from "../../clock"

export interface CounterOptions {
  /** Keeps counts apart that must not be added up. */
  keyPrefix: string
  points: number
  windowMs: number
}

/** The place that counts calls. */
export interface RateCounters {
  /** @throws Error when the store cannot be reached; a later call may open it */
  open(options: CounterOptions): Promise<RateLimiterAbstract>
  /** Closes connections that this opened itself, and none that was handed in. */
  close(): Promise<void>
}

/** Counts within this process. */
export function memoryCounters(): RateCounters {
  return {
    open: async ({ keyPrefix, points, windowMs }) =>
      new RateLimiterMemory({ keyPrefix, points, duration: windowMs / 1000 }),
    close: async () => {},
  }
}

/** The part of a knex instance that the counters need. */
interface KnexConnections {
  client: {
    acquireConnection(): Promise<unknown>
    releaseConnection(connection: unknown): Promise<unknown>
  }
}

interface Connection {
  query(query: Query): Promise<{ rowCount: number | null }>
}

interface Query {
  text: string
  values: unknown[]
}

const TABLE = "one2pays_rate_limit"

/** Counts in a table of the database, which a migration creates. */
export function postgresCounters(db: KnexConnections): RateCounters {
  const storeClient = clientOver(db)
  return {
    open: async ({ keyPrefix, points, windowMs }) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: "client",
        tableName: TABLE,
        tableCreated: true,
        // `pruneCounters` deletes expired counters, once for all processes.
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: windowMs / 1000,
      }),
    close: async () => {},
  }
}

/**
 * Deletes the counters of windows that closed an hour ago or more. Some counters serve a thing that is
 * asked for once, such as an order. Redis deletes them by itself.
 *
 * @returns the number of deleted counters
 */
export async function pruneCounters(
  db: KnexConnections,
  limit: number
): Promise<number> {
  const { rowCount } = await clientOver(db).query({
    text: `delete from ${TABLE} where key in (select key from ${TABLE} where expire < $1 limit $2)`,
    values: [systemClock.now() - 3_600_000, limit],
  })
  return rowCount ?? 0
}

/**
 * Runs the limiter's statements without their names: a pooler in transaction mode (pgBouncer) cannot
 * serve named ones.
 */
const clientOver = ({ client }: KnexConnections): Connection => ({
  async query({ text, values }) {
    const connection = await client.acquireConnection()
    try {
      return await (connection as Connection).query({ text, values })
    } finally {
      await client.releaseConnection(connection)
    }
  },
})
