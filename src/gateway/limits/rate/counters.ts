import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
} from "rate-limiter-flexible"

import { systemClock } from "../../clock"

export interface CounterOptions {
  /** Keeps apart what must not be counted together. */
  keyPrefix: string
  points: number
  windowMs: number
}

/** Where calls are counted. */
export interface RateCounters {
  /** @throws Error when the store cannot be reached; it may be opened again then */
  open(options: CounterOptions): Promise<RateLimiterAbstract>
  /** Ends what this opened itself, and nothing that was handed in. */
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
export interface KnexConnections {
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

/** Counts in a table of the database, which a migration has made. */
export function postgresCounters(db: KnexConnections): RateCounters {
  const storeClient = clientOver(db)
  return {
    open: async ({ keyPrefix, points, windowMs }) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: "client",
        tableName: TABLE,
        tableCreated: true,
        // `pruneCounters` does, once for all processes.
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: windowMs / 1000,
      }),
    close: async () => {},
  }
}

/**
 * Deletes the counters of windows that closed an hour ago or more: some are of what is asked for once,
 * such as an order. Redis forgets them by itself.
 *
 * @returns how many
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

/** The limiter names its statements, which a pooler in transaction mode (pgBouncer) cannot serve: here they lose their names. */
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
