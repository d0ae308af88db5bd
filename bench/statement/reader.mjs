/**
 * Fills the ledger of a month, and reads its statement and its lines: `node --expose-gc reader.mjs <settings as JSON>`.
 * Sends its figures.
 */
import "../exit-with-parent.mjs"
import { openModule } from "../module.mjs"
import { heapAtRest, heapInUse } from "../report/heap.mjs"

/** @typedef {{ databaseUrl: string, movements: number, reads: number }} Settings */

/**
 * @typedef {object} StatementFigures
 * @property {number[]} statements milliseconds of each
 * @property {number[]} sums milliseconds of each
 * @property {number} exported lines of one file
 * @property {number} exportMs
 * @property {number} growthMib heap at rest, from the first file to the last
 * @property {number} peakMib the highest above it
 */

const FILES = 3
const DAYS = { from: "2026-10-01", to: "2026-10-31" }

/** @type {Settings} */
const { databaseUrl, movements, reads } = JSON.parse(process.argv[2] ?? "")
const { db, service, migrate } = openModule(databaseUrl, {
  apiKey: "pk_test_bench",
  secretKey: "sk_test_bench",
  webhookSecret: "whsec_bench",
  baseUrl: "http://127.0.0.1:9",
})
const { statement } = service

async function prepare() {
  await migrate()
  await db.raw(
    `insert into one2pays_payment (id, session_id, payment_collection_id, order_id, reference_id, gateway_payment_id, state, amount, raw_amount,
       currency_code, payment_method, payer_name, payer_bank_code, payer_last4, payer_sealed, settled_at)
     select 'o2ppay_' || n, 'payses_' || n, 'pay_col_' || n, 'order_' || n, 'order_' || n, 'gateway-' || n, 'succeeded', 250.25,
       '{"value": "250.25", "precision": 20}', 'thb', 'promptpay', 'Somchai', '004', '7890', '', now()
       from generate_series(1, :movements::int) n where n % 3 > 0`,
    { movements }
  )
  await db.raw(
    `insert into one2pays_movement (id, kind, amount, raw_amount, moved_at, reference_id, gateway_id, order_id, payment_id, withdraw_id, key)
     select 'o2pmv_' || n, case when n % 3 > 0 then 'received' else 'payout' end, 250.25, '{"value": "250.25", "precision": 20}',
       '2026-10-01 00:00+07'::timestamptz + n * interval '31 days' / (:movements::int + 1), 'order_' || n, 'gateway-' || n, 'order_' || n,
       case when n % 3 > 0 then 'o2ppay_' || n end, case when n % 3 = 0 then 'o2pwd_' || n end, 'key-' || n
       from generate_series(1, :movements::int) n`,
    { movements }
  )
  await db.raw(
    `insert into one2pays_wallet_snapshot (day, wallet, settlement, taken_at)
     select to_char(day, 'YYYY-MM-DD'), '1000000.00', '0.00', day at time zone 'Asia/Bangkok' + interval '20 seconds'
       from generate_series('2026-10-01'::timestamp, '2026-11-01', '1 day') day`
  )
  await db.raw("analyze")
}

/** @param {() => PromiseLike<unknown>} work */
async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** @returns {Promise<StatementFigures>} */
async function measure() {
  await statement.read(DAYS)
  const statements = []
  const sums = []
  for (let read = 0; read < reads; read++) {
    statements.push(await timed(() => statement.read(DAYS)))
    sums.push(await timed(() => db("one2pays_movement").sum("amount")))
  }
  let exported = 0
  let exportMs = 0
  let highest = 0
  /** @type {number | undefined} */
  let before
  for (let file = 0; file < FILES; file++) {
    exported = 0
    exportMs = await timed(async () => {
      for await (const some of statement.streamMovements(DAYS)) {
        exported += some.filter(({ amount }) => amount).length
        highest = Math.max(highest, heapInUse())
      }
    })
    before ??= await heapAtRest()
  }
  const after = await heapAtRest()
  const rest = before ?? after
  return {
    ...{ statements, sums, exported, exportMs },
    growthMib: after - rest,
    peakMib: Math.max(highest - rest, 0),
  }
}

await prepare()
process.send?.(await measure())
await db.destroy()
