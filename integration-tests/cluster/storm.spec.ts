import { randomBytes, randomInt, randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { createDatabase, type Database } from "../package/database"
import type { Cart } from "../setup/buyer"
import { secret } from "../setup/secrets"
import { until } from "../setup/until"
import {
  contradictions,
  isLive,
  paymentsOf,
  readBooks,
  type Books,
} from "./books"
import { createInstance, migrate, type Instance } from "./cluster"
import { Customers } from "./customers"
import { cutOff } from "./cut-off"
import type { OpenShop } from "./instance"
import { planOrders, SHOWN, type Plan } from "./fates"
import { seeded } from "./random"

type Sandbox = Awaited<ReturnType<typeof startSandbox>>

/** STORM_SEED=… repeats a storm, as far as processes that race each other can be repeated. */
const SEED = Number(process.env.STORM_SEED ?? randomInt(1_000_000))
const ORDERS = Number(process.env.STORM_ORDERS ?? 200)
const AT_ONCE = 4
/** The longest that a completion may take when the gateway is at its worst. */
const ONE_COMPLETION_MS = 60_000
/** The longest that a request to the gateway may be under way. */
const ONE_CREATION_MS = 20_000
const KILLED_AFTER = ORDERS * 0.4
const PRICES = [10, 99.75, 1290.5, 0.75, 45_000]

/** Of the gateway's answers, shared among the kinds. */
const FAULTY = 0.1
const FAULTS = [
  { kind: "answer_lost" },
  { kind: "refused" },
  { kind: "slow", delayMs: 1500 },
  { kind: "server_error" },
  { kind: "server_error", afterWork: true },
  { kind: "malformed_json" },
  { kind: "unavailable" },
] as const

jest.setTimeout(900_000)

describe(`a storm over two instances, seed ${SEED}`, () => {
  let sandbox: Sandbox
  let database: Database
  let sql: pg.Client
  let instances: Instance[]
  let open: OpenShop
  let customers: Customers
  let books: Books
  let killedAt = 0
  const passes = new Set<string>()

  beforeAll(async () => {
    // The sandbox's dice.
    jest.spyOn(Math, "random").mockImplementation(seeded(SEED))
    database = await createDatabase(`one2pays_storm_${process.pid}`)
    sandbox = await startSandbox({
      rateLimitPerMinute: null,
      // Its own deliveries are off; it keeps what it would have sent.
      webhookUrls: ["http://localhost:1/"],
    })
    sandbox.setWebhooks({ enabled: false })
    const env = environment(sandbox, database)
    await migrate(env)
    sql = new pg.Client({ connectionString: database.url })
    await sql.connect()
    instances = [await createInstance(env), await createInstance(env)]
    await Promise.all(instances.map((instance) => instance.start()))
    open = await instances[0]!.openShop(PRICES)
    customers = new Customers(
      instances.map(({ url }) => url),
      open,
      sandbox
    )
    for (const fault of FAULTS) {
      sandbox.addFault({
        ...fault,
        times: Infinity,
        probability: FAULTY / FAULTS.length,
      })
    }
    const watch = setInterval(() => void notePass(), 1000)
    try {
      await storm()
      await calm()
    } finally {
      clearInterval(watch)
    }
  })

  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()))
    await sql.end()
    await sandbox.close()
    await database.drop()
    jest.restoreAllMocks()
  })

  /** Orders, money, webhooks and a dying instance, all at once. */
  async function storm(): Promise<void> {
    const plans = planOrders(SEED, ORDERS)
    const aftermath: Promise<void>[] = []
    const later: [Plan, Cart][] = []
    const seen = new Set<string>()
    let death: Promise<void> | undefined
    const placed = () => {
      for (const id of customers.placed.keys()) {
        if (!seen.has(id)) {
          seen.add(id)
          aftermath.push(customers.after(id))
        }
      }
      if (seen.size >= KILLED_AFTER) {
        death ??= dieAndComeBack()
      }
    }
    const queue = [...plans]
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let plan = queue.shift(); plan; plan = queue.shift()) {
          const cart = await customers.order(plan)
          if (cart !== "placed") {
            later.push([plan, cart])
          }
          placed()
        }
      })
    )
    await death
    await Promise.all(
      later.map(async ([plan, cart]) => {
        await customers.order(plan, cart)
        placed()
      })
    )
    await Promise.all(aftermath)
  }

  async function dieAndComeBack(): Promise<void> {
    const victim = instances[SEED % instances.length]!
    await victim.kill()
    killedAt = Date.now()
    await Promise.all([victim.start(), sleep(ONE_CREATION_MS)])
    await giveUpCreations(ONE_CREATION_MS)
  }

  /** What a dead process was creating is given up after ten minutes. */
  const giveUpCreations = (olderThanMs: number) =>
    sql.query(
      `update one2pays_payment set updated_at = now() - interval '11 minutes'
        where state = 'creating' and updated_at < now() - interval '${olderThanMs} milliseconds'`
    )

  /** Nothing new happens; what was lost has to be found. */
  async function calm(): Promise<void> {
    await giveUpCreations(0)
    const before = await reconciledAt()
    await until(reconciledAt, (at) => at !== before, 90_000)
    await until(
      async () => {
        books = await readBooks(sql, sandbox)
        const wrong = contradictions(books)
        if (wrong.length > 0) {
          await instances[0]!.reconcile()
        }
        return wrong
      },
      (wrong) => wrong.length === 0,
      60_000,
      1000
    ).catch(() => undefined) // The tests below say what is wrong.
  }

  async function reconciledAt(): Promise<string> {
    const { rows } = await sql.query<{ at: string }>(
      "select max(reconciled_at)::text as at from one2pays_gateway_state"
    )
    return rows[0]?.at ?? ""
  }

  async function notePass(): Promise<void> {
    passes.add(await reconciledAt().catch(() => ""))
  }

  it("places every order once", () => {
    expect(customers.placed.size).toBe(ORDERS)
    const ordersOf = (isPlaced: boolean) =>
      books.orders.filter(({ id }) => customers.placed.has(id) === isPlaced)
    const placed = ordersOf(true)
    expect(placed.filter(({ is_tied }) => is_tied)).toHaveLength(ORDERS)
    // Medusa writes an order before it ties cart and payment to it; dying in between it leaves one that is nobody's.
    const nobodys = ordersOf(false)
    expect(nobodys.length).toBeLessThanOrEqual(AT_ONCE)
    for (const { id, created_at, is_tied, captures } of nobodys) {
      const age = killedAt - created_at.getTime()
      expect({ is_tied, captures }).toEqual({ is_tied: false, captures: [] })
      expect(age).toBeGreaterThanOrEqual(0)
      expect(age).toBeLessThan(ONE_COMPLETION_MS)
      expect(paymentsOf(books, id).filter(isLive)).toEqual([])
    }
  })

  it("was a storm: faults, refusals, webhooks to the dead, the cron's own passes", () => {
    const calls = sandbox.calls()
    const failed = calls.filter(
      ({ status }) => status === "lost" || status >= 500
    )
    if (process.env.STORM_SEED) {
      const { refusals, webhooks } = customers
      const seen = { calls: calls.length, failed: failed.length }
      console.info(JSON.stringify({ ...seen, refusals, webhooks }))
    }
    // Some faults are a slow or broken 200.
    expect(failed.length).toBeGreaterThan(calls.length * 0.04)
    expect(passes.size).toBeGreaterThan(1)
  })

  it("customers were asked to come back, and met no error that is the shop's own", () => {
    const own = Object.entries(customers.refusals).filter(([why]) =>
      /: 500 /.test(why)
    )
    expect(own).toEqual([])
  })

  it("shop and gateway agree about every payment, and no order is paid twice", () => {
    expect(contradictions(books)).toEqual([])
  })

  it("wrong money, and money for a payment whose place was taken, is an open issue", () => {
    const issues: Record<string, string[]> = {}
    for (const { order_id, issue } of books.attempts) {
      const fate = customers.placed.get(order_id ?? "")?.fate
      if (issue) {
        issues[fate ?? "rolled back"] = [
          ...new Set([...(issues[fate ?? "rolled back"] ?? []), issue]),
        ]
      }
    }
    expect(issues).toEqual({
      wrong_amount: ["amount_mismatch"],
      both_tries: ["paid_after_cancel"],
    })
  })

  it("every customer is shown what became of their payment", async () => {
    const wrong: string[] = []
    for (const [id, { fate, random }] of customers.placed) {
      const { status } = await customers.shown(id, random)
      if (status !== SHOWN[fate]) {
        wrong.push(`order ${id}, ${fate}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it("an order whose instance died before it asked for the payment can be paid", async () => {
    const [victim, survivor] = instances as [Instance, Instance]
    const at = ({ url }: Instance) => new Customers([url], open, sandbox)
    const random = seeded(SEED)
    const orderId = await cutOff(
      database.url,
      victim,
      at(victim).buyer(random),
      open.variants[0]!
    )
    const customer = at(survivor)
    expect(await customer.shown(orderId, random)).toMatchObject({
      status: "processing",
    })

    // Longer than a completion may take.
    await sql.query(
      `update "order" set created_at = now() - interval '2 minutes 1 second' where id = $1`,
      [orderId]
    )
    await survivor.reconcile()
    const reference = await customer.untilPayable(orderId, { random })
    sandbox.payments.pay(reference)
    await until(
      async () => {
        await survivor.reconcile()
        return (await customer.shown(orderId, random)).status
      },
      (status) => status === "paid",
      90_000
    )
  })
})

function environment(
  sandbox: Sandbox,
  database: Database
): Record<string, string> {
  const redisUrl = process.env.REDIS_URL
  if (!redisUrl) {
    throw new Error("REDIS_URL is missing: npm run test:integration sets it")
  }
  return {
    LOG_LEVEL: "info",
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    ONE2PAYS_BASE_URL: sandbox.url,
    ONE2PAYS_API_KEY: sandbox.apiKey,
    ONE2PAYS_SECRET_KEY: secret("key", sandbox.secretKey),
    ONE2PAYS_WEBHOOK_SECRET: secret("key", sandbox.webhookSecret),
    ONE2PAYS_ENCRYPTION_KEY: secret("key", randomBytes(32).toString("base64")),
    JWT_SECRET: secret("key", randomUUID()),
    COOKIE_SECRET: secret("key", randomUUID()),
  }
}
