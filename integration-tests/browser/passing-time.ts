import pg from "pg"
import { errors, type Locator, type Page } from "playwright-core"
import { until } from "../setup/until"
import { adminApi } from "./admin-api"
import { PATIENCE_MS } from "./patience"
import type { RunningDemo } from "./running-demo"

/** The longest pause between two looks of a page at the shop's server, but for that at the balance. */
const NEXT_LOOK_MS = 10_000

interface Looking {
  state?: "visible" | "detached"
  /** So long a look may take before the page has to look again. The storefront cancels one that is 10 s old by its clock. */
  lookMs?: number
}

/** Waits until a page shows something, and moves its clock, which has to be installed, from one look to the next. */
export async function lookUntil(
  shown: Locator,
  { state = "visible", lookMs = 250 }: Looking = {}
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  // Each look gets more time than the one before: on a busy machine the answer to a short one would always come too late.
  for (let timeout = lookMs; ; timeout *= 1.5) {
    await shown.page().clock.fastForward(NEXT_LOOK_MS)
    try {
      await shown.waitFor({ state, timeout })
      return
    } catch (error) {
      const isLate = Date.now() > deadline
      if (isLate || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}

/** Moves the clock of a page from one look to the next until something is so. */
export const moveUntil = (page: Page, isSo: () => boolean): Promise<boolean> =>
  until(
    async () => {
      await page.clock.fastForward(NEXT_LOOK_MS)
      return isSo()
    },
    Boolean,
    PATIENCE_MS,
    250
  )

/** Lets minutes go by until a part of a page says so. */
export const letMinutesPassUntil = (
  demo: RunningDemo,
  page: Page,
  testId: string,
  text: string
): Promise<string> =>
  until(
    async () => {
      await letAMinutePass(demo, page)
      return page.getByTestId(testId).innerText()
    },
    (said) => said.includes(text),
    PATIENCE_MS,
    250
  )

/**
 * A minute goes by: the server may ask the gateway for the balance again, or whether a maintenance is over, and the page
 * looks anew. Its clock has to be installed before it is loaded.
 */
export async function letAMinutePass(
  demo: RunningDemo,
  page: Page
): Promise<void> {
  await letTheServerAsk(demo)
  await page.clock.fastForward(60_000)
}

/** Time goes by until the shop knows that a maintenance is over. */
export async function untilOpen(demo: RunningDemo): Promise<void> {
  const api = await adminApi(demo)
  await until(
    async () => {
      await letTheServerAsk(demo)
      const { data } = await api.get<{ status: { maintenance: unknown } }>(
        "/admin/one2pays/status"
      )
      return data.status.maintenance
    },
    (maintenance) => maintenance === null,
    PATIENCE_MS,
    250
  )
}

const letTheServerAsk = (demo: RunningDemo) =>
  inDatabase(
    demo,
    "update one2pays_gateway_state set checked_at = checked_at - interval '1 minute', next_probe_at = next_probe_at - interval '1 minute'"
  )

/** Medusa has had the time that it needs for refunds. */
export const letRefundsLeave = (demo: RunningDemo) =>
  inDatabase(
    demo,
    "update one2pays_withdraw set created_at = created_at - interval '1 minute' where kind = 'refund'"
  )

/** As before the shop's first PromptPay payment, until the shop looks at one: any that is open proves the unit by itself. */
export const forgetUnit = (demo: RunningDemo) =>
  inDatabase(
    demo,
    "update one2pays_gateway_state set unit_state = null, unit_proposal = null"
  )

/**
 * Two people, who have left since, have read another unit. That stands until staff prove it anew or read it otherwise,
 * whatever payments are open meanwhile.
 */
export const contradictUnit = (demo: RunningDemo) =>
  inDatabase(
    demo,
    `update one2pays_gateway_state set unit_state = 'contradicted', unit_proposal = null, unit_by =
      '{ "people": [{ "id": "user_1", "at": "2026-11-01T03:00:00.000Z" }, { "id": "user_2", "at": "2026-11-01T04:00:00.000Z" }] }'`
  )

async function inDatabase(
  { databaseUrl }: RunningDemo,
  sql: string
): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    await database.query(sql)
  } finally {
    await database.end()
  }
}
