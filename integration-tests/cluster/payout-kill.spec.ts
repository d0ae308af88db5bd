/**
 * 500 payouts, sent by two processes that are killed (SIGKILL) again and again at random moments, while the answer of every fifth call gets lost.
 *
 * Real: PostgreSQL with the plugin's own migrations, the built module with its store, signed client and rate budget, HTTP to the sandbox, the
 * processes and their deaths. Not there: the rest of Medusa, since what sends payouts does not use it; payout-sender.ts runs the job's loop.
 * The one thing that is not waited for is the lapse of what the dead held: it is moved into the past while no process runs.
 *
 * What is random follows from a seed, but for the moments at which the machine does things: ONE2PAYS_KILL_SEED runs one again.
 */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import one2pays from "medusa-plugin-one2pays/modules/one2pays"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { mayBecome } from "../../src/modules/one2pays/withdraw-state"
import { createDatabase, type Database } from "../package/database"
import { keepLog, secret } from "../setup/secrets"
import { until } from "../setup/until"
import type { SenderOptions } from "./payout-sender"
import { quickStart } from "./quick-start"
import { seeded } from "./random"

const PAYOUTS = 500
const KILLS = 110
/** Payouts that are asked for before each kill, until all are. */
const WAVE = 8
const LOST = 0.2
/** Of every answer, so that many kills fall between a request and its answer. */
const ANSWER_MS = 40
const ALIVE_MS = { least: 20, most: 400 }
const OPENING = "10000000.00"
const SPARES = 3

const seed = Number(
  process.env.ONE2PAYS_KILL_SEED ?? Math.floor(Math.random() * 2 ** 31)
)
const random = seeded(seed)

interface Row {
  id: string
  state: string
  amount: string
  reference_id: string
  idempotency_key: string
  issue: string | null
}

interface Line {
  withdraw_id: string
  from_state: string | null
  to_state: string
  actor: string
  reason: string | null
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let database: Database
let db: Knex
let options: Record<string, unknown>
let sender: string
let output = ""
const directory = mkdtempSync(path.join(tmpdir(), "one2pays-kill-"))
const chance = Math.random

const children = new Set<ChildProcess>()

beforeAll(async () => {
  sender = await quickStart(path.join(__dirname, "payout-sender.ts"), directory)
  sandbox = await startSandbox({
    rateLimitPerMinute: null,
    openingBalance: OPENING,
    withdrawStepMs: 150,
  })
  // Which of the sandbox's answers get lost.
  Math.random = random
  database = await createDatabase(`one2pays_kill_${process.pid}`)
  db = knex({ client: "pg", connection: database.url })
  await migrate()
  options = {
    apiKey: sandbox.apiKey,
    secretKey: secret("key", sandbox.secretKey),
    webhookSecret: sandbox.webhookSecret,
    baseUrl: sandbox.url,
    balanceUnit: "baht",
    rateLimit: { perMinute: 600_000 },
    withdraws: { approvalAbove: 1_000_000 },
  }
})

afterAll(async () => {
  Math.random = chance
  children.forEach((child) => child.kill("SIGKILL"))
  keepLog(output)
  await db.destroy()
  await database.drop()
  await sandbox.close()
  rmSync(directory, { recursive: true })
})

async function migrate(): Promise<void> {
  const directory = path.resolve(
    __dirname,
    "../../.medusa/server/src/modules/one2pays/migrations"
  )
  expect(existsSync(directory)).toBe(true)
  for (const file of readdirSync(directory).sort()) {
    const [, name] = /^(Migration\d+)\.js$/.exec(file) ?? []
    if (name) {
      const module = (await import(path.join(directory, file))) as Record<
        string,
        new (...nothing: never[]) => {
          up(): Promise<void>
          getQueries(): unknown[]
        }
      >
      const migration = new module[name]!(
        undefined as never,
        undefined as never
      )
      await migration.up()
      for (const query of migration.getQueries()) {
        await db.raw(query as string)
      }
    }
  }
}

/** Loaded, and waiting for the word. */
async function fresh(): Promise<ChildProcess> {
  const child = fork(sender, { execArgv: ["--no-warnings"], silent: true })
  children.add(child)
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => (output += String(chunk)))
  }
  await once(child, "message")
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child)
  const exited = once(child, "exit")
  child.kill("SIGKILL")
  await exited
}

/** A minute goes by, while nobody runs: whatever the dead held is free again. */
const letHoldsLapse = () =>
  db("one2pays_withdraw")
    .whereNotNull("busy_until")
    .update({ busy_until: db.raw("now() - interval '1 second'") })

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const satang = (thb: string) => Math.round(Number(thb) * 100)

it(`pays each of ${PAYOUTS} payouts once, whenever its senders are killed (seed ${seed})`, async () => {
  const { payouts } = new one2pays.service(
    {
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      __pg_connection__: db,
    } as never,
    options
  )
  const account = secret("account number", "9753108642")
  let asked = 0
  const ask = async (count: number) => {
    const rows = Array.from(
      { length: Math.min(count, PAYOUTS - asked) },
      () => ({
        amount: (1 + Math.floor(random() * 500_000) / 100).toFixed(2),
        bank_code: "004",
        account_name: "สมศรี ขยัน",
        account_number: account,
      })
    )
    if (rows.length > 0) {
      asked += rows.length
      await payouts.create(rows, { requested_by: "system", is_batch: true })
    }
  }

  sandbox.addFault({
    kind: "answer_lost",
    probability: LOST,
    times: Infinity,
    endpoint: "withdraws.create",
    delayMs: ANSWER_MS / 2,
  })
  sandbox.addFault({
    kind: "slow",
    times: Infinity,
    endpoint: "withdraws.create",
    delayMs: ANSWER_MS,
  })

  const spares = Array.from({ length: SPARES }, fresh)
  const start = async (): Promise<ChildProcess> => {
    spares.push(fresh())
    const child = (await spares.shift())!
    const word: SenderOptions = { databaseUrl: database.url, options }
    const sending = once(child, "message")
    child.send(word)
    await sending
    return child
  }

  let kills = 0
  let killedWhileSending = 0
  const noteSending = async () => {
    const [{ count }] = (await db("one2pays_withdraw")
      .where({ state: "sending" })
      .count("id as count")) as [{ count: string }]
    killedWhileSending += Number(count) > 0 ? 1 : 0
  }
  await ask(WAVE * 2)
  let senders = await Promise.all([start(), start()])
  while (kills < KILLS) {
    await ask(WAVE)
    await sleep(ALIVE_MS.least + random() * (ALIVE_MS.most - ALIVE_MS.least))
    if (random() < 0.5) {
      // One dies, the other goes on.
      const at = random() < 0.5 ? 0 : 1
      await kill(senders[at])
      kills += 1
      await noteSending()
      senders[at] = await start()
    } else {
      await Promise.all(senders.map(kill))
      kills += 2
      await noteSending()
      await letHoldsLapse()
      senders = await Promise.all([start(), start()])
    }
  }
  await ask(PAYOUTS)
  await Promise.all(senders.map(kill))
  await letHoldsLapse()

  // From here on nobody is killed; answers still get lost, and the pauses after them take their time.
  senders = await Promise.all([start(), start()])
  const read = () =>
    db<Row>("one2pays_withdraw").select(
      "id",
      "state",
      "amount",
      "reference_id",
      "idempotency_key",
      "issue"
    )
  const rows = await until(
    read,
    (all) => all.every(({ state }) => state === "paid"),
    90_000
  )
  await Promise.all(senders.map(kill))
  Math.random = chance

  // The ledgers agree to the satang.
  expect(rows).toHaveLength(PAYOUTS)
  expect(rows.filter(({ issue }) => issue)).toEqual([])
  const theirs = sandbox.withdraws.list()
  expect(theirs).toHaveLength(PAYOUTS)
  const ofReference = new Map(theirs.map((each) => [each.referenceId, each]))
  expect(ofReference.size).toBe(PAYOUTS)
  for (const { reference_id, amount } of rows) {
    // The sandbox speaks satang.
    expect(Number(ofReference.get(reference_id)?.amount)).toBe(satang(amount))
    expect(ofReference.get(reference_id)?.status).toBe("paid")
  }
  const sum = rows.reduce((total, { amount }) => total + satang(amount), 0)
  expect(satang(sandbox.status().walletThb)).toBe(satang(OPENING) - sum)

  // One key for life, and never sent again without having asked.
  const keyOf = new Map(
    rows.map(({ reference_id, idempotency_key }) => [
      reference_id,
      idempotency_key,
    ])
  )
  const sentSinceAsked = new Set<string>()
  const calls = sandbox.calls()
  expect(calls.length).toBeLessThan(10_000)
  for (const { endpoint, body, path: called } of calls) {
    if (endpoint === "withdraws.create") {
      const { referenceId, idempotencyKey } = body as Record<string, string>
      expect(idempotencyKey).toBe(keyOf.get(referenceId!))
      expect([...sentSinceAsked]).not.toContain(referenceId)
      sentSinceAsked.add(referenceId!)
    } else if (endpoint === "withdraws.by_reference") {
      sentSinceAsked.delete(called.split("/").pop()!)
    }
  }

  // The trail tells it all.
  const lines = await db<Line>("one2pays_withdraw_event").orderBy([
    "created_at",
    "id",
  ])
  const states = new Map<string, string | null>()
  for (const { withdraw_id, from_state, to_state, reason } of lines) {
    expect(from_state).toBe(states.get(withdraw_id) ?? null)
    expect(
      from_state === null || mayBecome(from_state as never, to_state as never)
    ).toBe(true)
    expect(reason).toBeTruthy()
    states.set(withdraw_id, to_state)
  }
  expect([...states.values()].every((state) => state === "paid")).toBe(true)

  const found = (reason: string) =>
    lines.filter((line) => line.reason?.includes(reason)).length
  const figures = {
    kills,
    killedWhileSending,
    orphaned: found("did not come back"),
    answersLost: found("not answered"),
    sentAgain: found("the gateway has none"),
    creates: sandbox.callCounts()["withdraws.create"],
  }
  console.log(`payout-kill: seed ${seed} ${JSON.stringify(figures)}`)
  // Without these, nothing was put to the test.
  expect(kills).toBeGreaterThanOrEqual(100)
  expect(killedWhileSending).toBeGreaterThan(20)
  expect(figures.orphaned).toBeGreaterThan(20)
  expect(figures.answersLost).toBeGreaterThan(20)
}, 900_000)
