import pg from "pg"
import type { Page } from "playwright-core"
import type { RunningDemo } from "./running-demo"

/**
 * A minute goes by: the server may ask the gateway for the balance again, or whether a maintenance is over, and the page
 * looks anew. Its clock has to be installed before it is loaded.
 */
export async function letAMinutePass(
  { databaseUrl }: RunningDemo,
  page: Page
): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    await database.query(
      "update one2pays_gateway_state set checked_at = checked_at - interval '1 minute', next_probe_at = next_probe_at - interval '1 minute'"
    )
  } finally {
    await database.end()
  }
  await page.clock.fastForward(60_000)
}
