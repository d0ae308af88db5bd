import { startSandbox, type Sandbox } from "../index"
import {
  get,
  paymentBody,
  post,
  signedHeaders,
  until,
  withdrawBody,
} from "./signed-client"

describe("faults", () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ rateLimitPerMinute: null })
  })
  afterEach(() => sandbox.close())

  it("loses the answer after the work is done", async () => {
    sandbox.addFault({ kind: "answer_lost", endpoint: "payments.create" })
    const body = paymentBody({ referenceId: "order-lost" })
    await expect(post(sandbox, "/payments", body)).rejects.toThrow()
    expect(sandbox.payments.list()).toHaveLength(1)
    expect(sandbox.calls().at(-1)).toMatchObject({
      endpoint: "payments.create",
      status: "lost",
    })
    const found = await get(sandbox, "/payments/by-reference/order-lost")
    expect(found.status).toBe(200)
  })

  it("drops the connection before the work is done", async () => {
    sandbox.addFault({ kind: "refused", endpoint: "withdraws.create" })
    await expect(post(sandbox, "/withdraws", withdrawBody())).rejects.toThrow()
    expect(sandbox.withdraws.list()).toHaveLength(0)
    expect(sandbox.status().walletThb).toBe("100000.00")
  })

  it("answers late though the work was done at once", async () => {
    sandbox.addFault({ kind: "slow", delayMs: 600_000 })
    let isAnswered = false
    const answer = post(sandbox, "/payments", paymentBody()).finally(() => {
      isAnswered = true
    })
    await until(() => sandbox.payments.list().length === 1)
    expect(isAnswered).toBe(false)
    const cutOff = expect(answer).rejects.toThrow()
    await sandbox.close()
    await cutOff

    sandbox = await startSandbox()
    sandbox.addFault({ kind: "slow", delayMs: 50 })
    const startedAt = performance.now()
    const late = await post(sandbox, "/payments", paymentBody())
    expect(late.status).toBe(201)
    expect(performance.now() - startedAt).toBeGreaterThan(45)
  })

  it("answers 5xx before the work, or after it when told so", async () => {
    sandbox.addFault({ kind: "server_error" })
    const first = await post(sandbox, "/payments", paymentBody())
    expect(first.status).toBe(500)
    expect(first.body.error).toEqual({
      code: "INTERNAL_ERROR",
      message: "An unexpected error occurred",
    })
    expect(sandbox.payments.list()).toHaveLength(0)

    sandbox.addFault({ kind: "server_error", status: 504, afterWork: true })
    expect((await post(sandbox, "/payments", paymentBody())).status).toBe(504)
    expect(sandbox.payments.list()).toHaveLength(1)

    sandbox.addFault({ kind: "unavailable" })
    const last = await get(sandbox, "/balance")
    expect([last.status, last.body.error.code]).toEqual([
      503,
      "SERVICE_UNAVAILABLE",
    ])
  })

  it("cuts the JSON off", async () => {
    sandbox.addFault({ kind: "malformed_json", endpoint: "balance" })
    const response = await fetch(`${sandbox.url}/api/v1/balance`, {
      headers: signedHeaders(sandbox, ""),
    })
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(text).toMatch(/^\{"success":true/)
    expect(() => JSON.parse(text)).toThrow()
  })

  it("hits the endpoint, as often and as likely as told", async () => {
    sandbox.addFault({
      kind: "server_error",
      endpoint: "payments.list",
      times: 2,
    })
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "balance",
      probability: 0,
    })
    const statuses = []
    for (const path of ["/balance", "/payments", "/payments", "/payments"]) {
      statuses.push((await get(sandbox, path)).status)
    }
    expect(statuses).toEqual([200, 500, 500, 200])
  })

  it("lasts until cleared when told so", async () => {
    sandbox.addFault({ kind: "unavailable", times: Infinity })
    for (let call = 0; call < 5; call++) {
      expect((await get(sandbox, "/balance")).status).toBe(503)
    }
    sandbox.clearFaults()
    expect((await get(sandbox, "/balance")).status).toBe(200)
  })
})

describe("the journal", () => {
  it("keeps calls without signatures and account numbers", async () => {
    const sandbox = await startSandbox()
    await post(sandbox, "/payments", paymentBody())
    await get(sandbox, "/payments?limit=5")
    await get(sandbox, "/nothing")
    expect(sandbox.calls()).toMatchObject([
      {
        endpoint: "payments.create",
        method: "POST",
        path: "/api/v1/payments",
        status: 201,
        body: { amount: "1000.00", customerBankAccountNumber: "1234****7890" },
        headers: { "x-api-key": "pk_test_sandbox" },
      },
      {
        endpoint: "payments.list",
        path: "/api/v1/payments?limit=5",
        status: 200,
      },
      { endpoint: "unknown", status: 404 },
    ])
    const text = JSON.stringify(sandbox.calls())
    expect(text).not.toContain("sha256=")
    expect(text).not.toContain("1234567890")
    expect(sandbox.callCounts()).toEqual({
      "payments.create": 1,
      "payments.list": 1,
      unknown: 1,
    })
    sandbox.resetCalls()
    expect(sandbox.calls()).toEqual([])
    expect(sandbox.callCounts()).toEqual({})
    await sandbox.close()
  })
})
