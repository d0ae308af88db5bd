import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
} from "rate-limiter-flexible"

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
  query(query: { text: string; values: unknown[] }): Promise<unknown>
}

const TABLE = "one2pays_rate_limit"

/** Counts in a table of the database, which a migration has made. */
export function postgresCounters({ client }: KnexConnections): RateCounters {
  // The limiter names its statements, which a pooler in transaction mode (pgBouncer) cannot serve.
  const storeClient = {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const connection = await client.acquireConnection()
      try {
        return await (connection as Connection).query({ text, values })
      } finally {
        await client.releaseConnection(connection)
      }
    },
  }
  return {
    open: async ({ keyPrefix, points, windowMs }) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: "client",
        tableName: TABLE,
        tableCreated: true,
        // There are two rows an integration, for ever.
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: windowMs / 1000,
      }),
    close: async () => {},
  }
}
