import { inspect } from "node:util"

import {
  createOne2PaysClient,
  One2PaysError,
  type One2PaysClient,
  type One2PaysClientOptions,
  systemClock,
} from "../../src/gateway"
import { type Endpoint, type Sandbox, startSandbox } from "../../src/sandbox"
import { MovableClock } from "../setup/movable-clock"
import { until } from "../setup/until"
import {
  ACCOUNT_NAME,
  ACCOUNT_NUMBER,
  aPayment,
  aWithdraw,
  failureOf,
} from "./create-payment"

let sandbox: Sandbox
let clock: MovableClock
const clients: One2PaysClient[] = []

/** Longer than any machine needs, so that only a clock that is moved ends a call. */
const TIMEOUT_MS = 600_000

function clientWith(
  options: Partial<One2PaysClientOptions> = {},
  { url, apiKey, secretKey }: Sandbox = sandbox
) {
  const client = createOne2PaysClient({
    baseUrl: url,
    apiKey,
    secretKey,
    timeoutMs: TIMEOUT_MS,
    clock,
    ...options,
  })
  clients.push(client)
  return client
}

beforeAll(async () => {
  sandbox = await startSandbox({
    rateLimitPerMinute: null,
    withdrawStepMs: null,
  })
})
beforeEach(() => {
  clock = new MovableClock()
})
afterEach(() => {
  clients.splice(0).forEach((client) => client.close())
  sandbox.reset()
})
afterAll(() => sandbox.close())

describe("a create whose answer is lost", () => {
  it.each(["answer_lost", "refused", "unavailable", "server_error"] as const)(
    "is tried again under its key and done once: %s",
    async (kind) => {
      sandbox.addFault({ kind, endpoint: "payments.create", times: 2 })
      sandbox.addFault({ kind, endpoint: "withdraws.create", times: 2 })
      const client = clientWith()
      const payment = aPayment()
      const withdraw = aWithdraw()
      await expect(client.payments.create(payment)).resolves.toMatchObject({
        referenceId: payment.referenceId,
      })
      await expect(client.withdraws.create(withdraw)).resolves.toMatchObject({
        referenceId: withdraw.referenceId,
      })
      expect(sandbox.payments.list()).toHaveLength(1)
      expect(sandbox.withdraws.list()).toHaveLength(1)
      expect(sandbox.callCounts()).toEqual({
        "payments.create": 3,
        "withdraws.create": 3,
      })
    }
  )

  it("is not tried again without a key, and its outcome is unknown", async () => {
    sandbox.addFault({ kind: "answer_lost" })
    const input = aWithdraw({ idempotencyKey: undefined })
    const client = clientWith()
    await expect(client.withdraws.create(input)).rejects.toMatchObject({
      code: "NETWORK_ERROR",
      outcome: "unknown",
      tries: 1,
      referenceId: input.referenceId,
    })
    const found = await client.withdraws.retrieveByReference(input.referenceId)
    expect(found?.amount).toBe("10.00")
  })

  it("keeps an unknown outcome when a later try is refused", async () => {
    sandbox.addFault({ kind: "answer_lost" })
    const client = clientWith({
      clock: {
        ...systemClock,
        // Between the tries the gateway goes into maintenance.
        sleep: async () => sandbox.setMaintenance(true),
      },
    })
    await expect(client.withdraws.create(aWithdraw())).rejects.toMatchObject({
      code: "MAINTENANCE_MODE",
      outcome: "unknown",
      tries: 2,
    })
    expect(sandbox.withdraws.list()).toHaveLength(1)
  })

  it("has an unknown outcome too when the answer cannot be read", async () => {
    sandbox.addFault({ kind: "malformed_json" })
    await expect(
      clientWith().withdraws.create(aWithdraw())
    ).rejects.toMatchObject({
      code: "MALFORMED_RESPONSE",
      outcome: "unknown",
      tries: 1,
    })
  })

  it("has an unknown outcome when it comes after the deadline", async () => {
    sandbox.addFault({ kind: "slow", delayMs: TIMEOUT_MS })
    const failure = failureOf(clientWith().payments.create(aPayment()))
    await until(
      () => sandbox.payments.list(),
      (payments) => payments.length === 1
    )
    clock.advance(TIMEOUT_MS)
    expect(await failure).toMatchObject({
      code: "TIMEOUT",
      outcome: "unknown",
      tries: 1,
    })
  })
})

describe("a read", () => {
  const endpoints: Endpoint[] = [
    "payments.retrieve",
    "payments.list",
    "payments.by_reference",
    "balance",
  ]

  it.each(endpoints)("survives two failures: %s", async (endpoint) => {
    const client = clientWith()
    const { id, referenceId } = await client.payments.create(aPayment())
    sandbox.addFault({ kind: "answer_lost", endpoint })
    sandbox.addFault({ kind: "unavailable", endpoint })
    const calls: Partial<Record<Endpoint, () => Promise<unknown>>> = {
      "payments.retrieve": () => client.payments.retrieve(id),
      "payments.list": () => client.payments.list(),
      "payments.by_reference": () =>
        client.payments.retrieveByReference(referenceId ?? ""),
      balance: () => client.balance.retrieve(),
    }
    await expect(calls[endpoint]?.()).resolves.toBeTruthy()
    expect(sandbox.callCounts()[endpoint]).toBe(3)
  })

  it("gives up after maxTries with what the gateway said last", async () => {
    sandbox.addFault({ kind: "server_error", status: 502, times: 10 })
    await expect(
      clientWith().balance.retrieve({ maxTries: 2 })
    ).rejects.toMatchObject({ code: "INTERNAL_ERROR", status: 502, tries: 2 })
    expect(sandbox.callCounts()).toEqual({ balance: 2 })
  })
})

describe("a cancel whose answer is lost", () => {
  it("is tried again, and what it meets then is what the caller learns", async () => {
    const client = clientWith()
    const { id } = await client.payments.create(aPayment())
    sandbox.addFault({ kind: "answer_lost", endpoint: "payments.cancel" })
    const result = await client.payments.cancel(id).then(
      ({ status }) => status,
      (error: unknown) => (error as One2PaysError).code
    )
    expect(["canceled", "PAYMENT_NOT_CANCELLABLE"]).toContain(result)
    expect(sandbox.callCounts()["payments.cancel"]).toBe(2)
    expect((await client.payments.retrieve(id)).status).toBe("canceled")
  })
})

describe("what must not be tried again", () => {
  it("is maintenance: one call, refused, at once", async () => {
    sandbox.setMaintenance(true)
    const wait = jest.spyOn(clock, "sleep")
    await expect(
      clientWith().payments.create(aPayment())
    ).rejects.toMatchObject({
      code: "MAINTENANCE_MODE",
      status: 503,
      outcome: "refused",
      retryable: false,
      tries: 1,
    })
    expect(wait).not.toHaveBeenCalled()
  })

  it("is a rate limit that lasts longer than the call may", async () => {
    // Its minute stands still, so that all of it is left.
    const now = Date.now()
    const own = await startSandbox({
      rateLimitPerMinute: 1,
      clock: { now: () => now },
    })
    const client = clientWith({ timeoutMs: 60_000 }, own)
    const wait = jest.spyOn(clock, "sleep")
    await client.balance.retrieve()
    const error = await failureOf(client.balance.retrieve())
    expect(error).toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
      status: 429,
      outcome: "refused",
      retryable: true,
      tries: 1,
      retryAfterMs: 60_000,
    })
    expect(wait).not.toHaveBeenCalled()
    await own.close()
  })

  it("is a wrong key", async () => {
    const client = clientWith({ secretKey: "sk_test_wrong" })
    await expect(client.balance.retrieve()).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
      status: 401,
      outcome: "refused",
      tries: 1,
    })
  })

  it("is an integration that is not active", async () => {
    sandbox.setActive(false)
    await expect(clientWith().balance.retrieve()).rejects.toMatchObject({
      code: "FORBIDDEN",
      status: 403,
      tries: 1,
    })
  })
})

describe("an error", () => {
  it("tells nothing of keys, signatures, accounts or names, however it is printed", async () => {
    const lines: string[] = []
    const log = (line: string) => lines.push(line)
    const client = clientWith({
      maxTries: 1,
      logger: { debug: log, warn: log, error: log },
    })
    const provoke: (() => Promise<unknown>)[] = [
      () => client.payments.create(aPayment({ expiresInMinutes: 1 })),
      () => client.payments.create(aPayment({ amount: "0.001" })),
    ]
    for (const kind of [
      "answer_lost",
      "refused",
      "server_error",
      "malformed_json",
      "unavailable",
    ] as const) {
      provoke.push(() => {
        sandbox.addFault({ kind })
        return client.withdraws.create(aWithdraw())
      })
    }
    provoke.push(async () => {
      sandbox.addFault({ kind: "slow", delayMs: TIMEOUT_MS })
      const input = aWithdraw()
      const late = client.withdraws.create(input)
      late.catch(() => {}) // the caller learns of it
      await until(
        () => sandbox.withdraws.list(),
        (withdraws) =>
          withdraws.some(({ referenceId }) => referenceId === input.referenceId)
      )
      clock.advance(TIMEOUT_MS)
      return late.finally(() => clock.reset())
    })
    provoke.push(() => {
      sandbox.setWallet({ wallet: "0.00" })
      return client.withdraws.create(aWithdraw())
    })
    const wrongKey = clientWith({ secretKey: "sk_test_wrong_key" })
    provoke.push(() => wrongKey.withdraws.create(aWithdraw()))

    for (const call of provoke) {
      const error = await failureOf(call())
      expect(error).toBeInstanceOf(One2PaysError)
      const { stack } = error as One2PaysError
      const printed = [
        String(error),
        JSON.stringify(error),
        inspect(error, { depth: 20, showHidden: true }),
        stack,
      ].join("\n")
      for (const secret of [
        sandbox.secretKey,
        "sk_test_wrong_key",
        sandbox.apiKey,
        "sha256=",
        ACCOUNT_NUMBER,
        ACCOUNT_NAME,
        "Jaidee",
      ]) {
        expect(printed).not.toContain(secret)
        expect(lines.join("\n")).not.toContain(secret)
      }
    }
  })

  it("is one debug line, as a success is", async () => {
    const lines: string[] = []
    const logger = {
      debug: (line: string) => lines.push(line),
      warn: jest.fn(),
      error: jest.fn(),
    }
    const client = clientWith({ logger })
    const input = aPayment({ referenceId: "order_1", idempotencyKey: "key 1" })
    const { id } = await client.payments.create(input)
    await client.payments.retrieve(id)
    await client.payments.retrieve(id, { about: { referenceId: "order_1" } })
    await failureOf(client.payments.retrieve("absent"))
    expect(lines).toEqual([
      expect.stringMatching(
        /^one2pays call method=POST path=\/payments status=201 ms=\d+ tries=1 reference=order_1 idempotency_key="key 1"$/
      ),
      expect.stringMatching(
        /^one2pays call method=GET path=\/payments\/:id status=200 ms=\d+ tries=1$/
      ),
      expect.stringMatching(
        /^one2pays call method=GET path=\/payments\/:id status=200 ms=\d+ tries=1 reference=order_1$/
      ),
      expect.stringMatching(
        /^one2pays call method=GET path=\/payments\/:id status=404 code=RESOURCE_NOT_FOUND ms=\d+ tries=1$/
      ),
    ])
  })
})
