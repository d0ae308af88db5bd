/**
 * 500 payouts, sent by two processes that are killed (SIGKILL) a hundred times, while one answer in five gets lost.
 *
 * Real: PostgreSQL with the plugin's own migrations, the built module with its store, signed client and rate budget, HTTP to the sandbox, the
 * processes and their deaths. Not there: the rest of Medusa, since what sends payouts does not use it; payout-sender.ts runs the job's loop.
 * Nobody waits for the leases of the dead to lapse, nor for the pauses after lost answers: the test moves both into the past while no process is
 * at work. A process is killed when something has happened, not after a time: how many are killed in the middle of a request, the plan says.
 *
 * Everything random follows from a seed, but for the order of two things at once: the seed in the test's name runs it again (`--seed`).
 */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import one2pays from "medusa-plugin-one2pays/modules/one2pays"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { mayBecome } from "../../src/modules/one2pays/withdraw-rules/state"
import { createDatabase, type Database } from "../package/database"
import { keepLog, secret } from "../setup/secrets"
import { until } from "../setup/until"
import { dealFaults } from "./deal-faults"
import type { SenderOptions } from "./payout-sender"
import { quickStart } from "./quick-start"
import { runSeed, seeded } from "./random"

const PAYOUTS = 500
/** Of these, so many are asked for at first, and so many when the killing is over; the others before each blow. */
const ASKED = { first: 8, last: 150 }
/** One answer in so many is lost. */
const LOST_OF = 5
/** Of every answer: a process that is killed as its request arrives never sees it, since both happen in this process, in that order. */
const ANSWER_MS = 40
const OPENING = "10000000.00"
const SPARES = 3

/** When the blow falls. */
type Moment =
  /** As the gateway has taken on another payout, and has not answered. */
  | "request"
  /** As it has answered a call. */
  | "answer"
  /** As payouts have been taken from the database to be sent. */
  | "taking"
  /** As they have begun to look for work. */
  | "start"

/** How often; in all 100 processes. */
const BLOWS: { at: Moment; victims: "both" | "one"; times: number }[] = [
  { at: "request", victims: "both", times: 26 },
  { at: "answer", victims: "both", times: 5 },
  { at: "taking", victims: "both", times: 4 },
  { at: "start", victims: "both", times: 3 },
  { at: "request", victims: "one", times: 10 },
  { at: "answer", victims: "one", times: 6 },
  { at: "taking", victims: "one", times: 5 },
  { at: "start", victims: "one", times: 3 },
]
/** Of a wave's requests, the one that is waited for at most. */
const LATEST_REQUEST = 5

/** Only ends a test that hangs. */
const PATIENCE_MS = 300_000

const seed = runSeed()
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
  reason_message: { key: string } | null
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let database: Database
let db: Knex
let options: Record<string, unknown>
let sender: string
let output = ""
const directory = mkdtempSync(path.join(tmpdir(), "one2pays-kill-"))
const children = new Set<ChildProcess>()

beforeAll(async () => {
  sender = await quickStart(path.join(__dirname, "payout-sender.ts"), directory)
  sandbox = await startSandbox({
    rateLimitPerMinute: null,
    openingBalance: OPENING,
    withdrawStepMs: 150,
  })
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
    withdraws: { approvalAbove: 1_000_000, duplicateDays: 0 },
  }
})

afterAll(async () => {
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

/** A minute goes by, while nobody is at work: the leases of the dead have lapsed, and pauses are over. */
const letHoldsLapse = () =>
  db("one2pays_withdraw")
    .whereNotNull("busy_until")
    .update({ busy_until: db.raw("now() - interval '1 second'") })

/** In a random order. */
function shuffled<T>(items: T[]): T[] {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!)
}

/** Before a process that had nothing to do looks again. */
const PAUSE_MS = 30

const keepAtWork = (child: ChildProcess) => {
  setTimeout(() => {
    // It may be dead by now.
    if (child.connected) child.send("go on", () => {})
  }, PAUSE_MS)
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** How often payouts were taken to be sent. */
const countTaken = async () => {
  const [{ count }] = (await db("one2pays_withdraw_event")
    .where({ to_state: "sending" })
    .count("id as count")) as [{ count: string }]
  return Number(count)
}

/** @returns waits until as much more has happened since */
async function lookOut(moment: Moment): Promise<() => Promise<unknown>> {
  switch (moment) {
    case "start":
      return () => Promise.resolve()
    case "request": {
      const wanted =
        sandbox.withdraws.list().length +
        1 +
        Math.floor(random() * LATEST_REQUEST)
      const arrived = () => sandbox.withdraws.list().length
      return () => until(arrived, (count) => count >= wanted, PATIENCE_MS, 2)
    }
    case "answer": {
      const wanted = sum(sandbox.callCounts()) + 1 + Math.floor(random() * 3)
      const answered = () => sum(sandbox.callCounts())
      return () => until(answered, (count) => count >= wanted, PATIENCE_MS, 2)
    }
    case "taking": {
      const before = await countTaken()
      return () => until(countTaken, (count) => count > before, PATIENCE_MS, 2)
    }
    default:
      moment satisfies never
      throw new Error("no such moment")
  }
}

const satang = (thb: string) => Math.round(Number(thb) * 100)

it(`pays each of ${PAYOUTS} payouts once, whenever its senders are killed (seed ${seed})`, async () => {
  const { withdraws } = new one2pays.service(
    {
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      __pg_connection__: db,
    } as never,
    options
  )
  const blows = shuffled(
    BLOWS.flatMap(({ times, ...blow }) =>
      Array.from({ length: times }, () => blow)
    )
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
      await withdraws.create(rows, { requested_by: "system", is_batch: true })
    }
  }

  const deal = dealFaults(sandbox, {
    faults: [
      {
        kind: "answer_lost",
        endpoint: "withdraws.create",
        delayMs: ANSWER_MS / 2,
      },
    ],
    every: LOST_OF,
    others: {
      kind: "slow",
      endpoint: "withdraws.create",
      delayMs: ANSWER_MS,
    },
    random,
  })

  const spares = Array.from({ length: SPARES }, fresh)
  const start = async (
    whenIdle: (child: ChildProcess) => void
  ): Promise<ChildProcess> => {
    spares.push(fresh())
    const child = (await spares.shift())!
    const word: SenderOptions = { databaseUrl: database.url, options }
    const sending = once(child, "message")
    child.on("message", (said) => {
      if (said === "idle") whenIdle(child)
    })
    child.send(word)
    await sending
    return child
  }

  const startAtWork = () => start(keepAtWork)
  let kills = 0
  let killedWhileSending = 0
  const noteSending = async () => {
    const [{ count }] = (await db("one2pays_withdraw")
      .where({ state: "sending" })
      .count("id as count")) as [{ count: string }]
    killedWhileSending += Number(count) > 0 ? 1 : 0
  }
  await ask(ASKED.first)
  let senders = await Promise.all([startAtWork(), startAtWork()])
  for (const [index, { at, victims }] of blows.entries()) {
    deal()
    const moment = await lookOut(at)
    const left = PAYOUTS - ASKED.last - asked
    const asking = ask(Math.ceil(left / (blows.length - index)))
    await moment()
    // Nothing may come between the moment and the blow.
    if (victims === "one") {
      // The other goes on.
      const victim = random() < 0.5 ? 0 : 1
      await kill(senders[victim])
      kills += 1
      await noteSending()
      senders[victim] = await startAtWork()
    } else {
      await Promise.all(senders.map(kill))
      kills += 2
      await noteSending()
      await letHoldsLapse()
      senders = await Promise.all([startAtWork(), startAtWork()])
    }
    await asking
  }
  await Promise.all(senders.map(kill))
  await letHoldsLapse()

  // From here on nobody is killed; answers still get lost, and the pauses after them are over as soon as there is nothing else to do.
  await ask(PAYOUTS)
  const idle = new Set<ChildProcess>()
  const note = (child: ChildProcess) => void idle.add(child)
  senders = await Promise.all([start(note), start(note)])
  const read = () =>
    db<Row>("one2pays_withdraw").select(
      "id",
      "state",
      "amount",
      "reference_id",
      "idempotency_key",
      "issue"
    )
  let rows: Row[]
  for (;;) {
    await until(
      () => idle.size,
      (count) => count === senders.length,
      PATIENCE_MS,
      5
    )
    idle.clear()
    rows = await read()
    if (rows.every(({ state }) => state === "paid")) break
    deal()
    await letHoldsLapse()
    senders.forEach((child) => child.send("go on"))
  }
  await Promise.all(senders.map(kill))

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
  const paid = rows.reduce((total, { amount }) => total + satang(amount), 0)
  expect(satang(sandbox.status().walletThb)).toBe(satang(OPENING) - paid)

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
  for (const { withdraw_id, from_state, to_state, reason_message } of lines) {
    expect(from_state).toBe(states.get(withdraw_id) ?? null)
    expect(
      from_state === null || mayBecome(from_state as never, to_state as never)
    ).toBe(true)
    expect(reason_message).toBeTruthy()
    states.set(withdraw_id, to_state)
  }
  expect([...states.values()].every((state) => state === "paid")).toBe(true)

  const found = (key: string) =>
    lines.filter((line) => line.reason_message?.key === key).length
  const figures = {
    kills,
    killedWhileSending,
    orphaned: found("sender_lost"),
    answersLost: found("not_answered"),
    sentAgain: found("sent_again"),
    creates: sandbox.callCounts()["withdraws.create"],
  }
  console.log(`payout-kill: seed ${seed} ${JSON.stringify(figures)}`)
  // Without these, nothing was put to the test.
  expect(kills).toBe(100)
  expect(killedWhileSending).toBeGreaterThan(20)
  expect(figures.orphaned).toBeGreaterThan(20)
  expect(figures.answersLost).toBeGreaterThan(20)
}, 1_800_000)
