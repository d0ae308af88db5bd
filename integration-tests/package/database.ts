import pg from "pg"

/** Makes an empty database on the server of the test run. @returns its address */
export async function createDatabase(name: string): Promise<string> {
  const server = process.env.DATABASE_URL
  if (!server) {
    throw new Error("DATABASE_URL is missing: npm run test:integration sets it")
  }
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE "${name}"`)
  } finally {
    await client.end()
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
