import pg from "pg"

/**
 * What the demo remembers about its database stands in the database itself, so that the two cannot disagree
 * when one of them is deleted.
 * @param {string} databaseUrl
 */
export function rememberIn(databaseUrl) {
  return {
    /**
     * @param {string} key
     * @returns {Promise<string | undefined>}
     */
    async read(key) {
      return withClient(databaseUrl, async (client) => {
        const found = await client.query(
          "SELECT value FROM one2pays_demo.memory WHERE key = $1",
          [key]
        )
        return found.rows[0]?.value
      })
    },

    /**
     * @param {string} key
     * @param {string} value
     */
    async write(key, value) {
      await withClient(databaseUrl, (client) =>
        client.query(
          `INSERT INTO one2pays_demo.memory (key, value) VALUES ($1, $2)
           ON CONFLICT (key) DO UPDATE SET value = $2`,
          [key, value]
        )
      )
    },
  }
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<string>} the token with which the storefront reads the shop
 */
export async function publishableKey(databaseUrl) {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query(
      `SELECT token FROM api_key
       WHERE type = 'publishable' AND title = 'Storefront'
         AND revoked_at IS NULL AND deleted_at IS NULL
       ORDER BY created_at LIMIT 1`
    )
  )
  if (!rows[0]) {
    throw new Error(
      "The publishable key named Storefront was revoked or deleted; make one of that name in the admin."
    )
  }
  return rows[0].token
}

/**
 * @template T
 * @param {string} databaseUrl
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withClient(databaseUrl, work) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
  })
  await client.connect()
  try {
    await client.query(
      `CREATE SCHEMA IF NOT EXISTS one2pays_demo;
       CREATE TABLE IF NOT EXISTS one2pays_demo.memory (key text PRIMARY KEY, value text NOT NULL)`
    )
    return await work(client)
  } finally {
    await client.end()
  }
}
