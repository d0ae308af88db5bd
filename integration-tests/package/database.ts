import pg from "pg"

export interface Database {
  url: string
  drop(): Promise<void>
}

/** Makes an empty database on the server of the test run. */
export async function createDatabase(name: string): Promise<Database> {
  const server = process.env.DATABASE_URL
  if (!server) {
    throw new Error("DATABASE_URL is missing: npm run test:integration sets it")
  }
  await query(server, `CREATE DATABASE "${name}"`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => query(server, `DROP DATABASE "${name}" WITH (FORCE)`),
  }
}

async function query(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
