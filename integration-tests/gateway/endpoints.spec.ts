import {
  createOne2PaysClient,
  type GatewayPayment,
  type One2PaysClient,
  readQr,
} from "../../src/gateway"
import { type Sandbox, startSandbox } from "../../src/sandbox"
import { aPayment, aWithdraw, failureOf } from "./create-payment"

let sandbox: Sandbox
let client: One2PaysClient

beforeAll(async () => {
  sandbox = await startSandbox({
    rateLimitPerMinute: null,
    withdrawStepMs: null,
  })
  client = createOne2PaysClient({
    baseUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    secretKey: sandbox.secretKey,
    timeoutMs: 600_000,
    balanceUnit: "baht",
  })
})
afterEach(() => sandbox.reset())
afterAll(async () => {
  client.close()
  await sandbox.close()
})

async function idsOf(payments: AsyncIterable<GatewayPayment>) {
  const ids: string[] = []
  for await (const { id } of payments) {
    ids.push(id)
  }
  return ids
}

describe("payments", () => {
  it("creates one whose QR asks for the baht that were meant", async () => {
    const input = aPayment({
      amount: "1234.5",
      description: "Order #1",
      metadata: { order_id: "order_1" },
      expiresInMinutes: 30,
    })
    const payment = await client.payments.create(input)
    expect(payment).toMatchObject({
      amount: "1234.50",
      gatewayAmount: "123450.00",
      currency: "THB",
      status: "processing",
      paymentMethod: "promptpay",
      referenceId: input.referenceId,
      description: "Order #1",
      metadata: { order_id: "order_1" },
      confirmedAt: null,
    })
    expect(readQr(payment.nextAction?.qrCode?.payload ?? "")).toEqual({
      amount: "1234.50",
      currency: "764",
      isIntact: true,
    })
  })

  it("finds it by id, by reference and in the list", async () => {
    const created = await client.payments.create(aPayment())
    const reference = created.referenceId ?? ""
    const byId = await client.payments.retrieve(created.id)
    expect(byId).toEqual(created)
    expect(await client.payments.retrieveByReference(reference)).toEqual(byId)
    const page = await client.payments.list({ status: "processing", limit: 5 })
    expect(page).toMatchObject({ total: 1, page: 1, limit: 5, hasMore: false })
    expect(page.items.map(({ id }) => id)).toEqual([created.id])
    expect((await client.payments.list({ status: "expired" })).items).toEqual(
      []
    )
  })

  it("sees it paid", async () => {
    const { id } = await client.payments.create(aPayment())
    sandbox.payments.pay(id, { silent: true })
    const paid = await client.payments.retrieve(id)
    expect(paid.status).toBe("succeeded")
    expect(paid.amount).toBe("10.00")
    expect(paid.confirmedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it("cancels it, once", async () => {
    const { id } = await client.payments.create(aPayment())
    const canceled = await client.payments.cancel(id)
    expect(canceled).toMatchObject({ id, status: "canceled", nextAction: null })
    sandbox.payments.pay(id, { silent: true })
    await expect(client.payments.cancel(id)).rejects.toMatchObject({
      code: "PAYMENT_NOT_CANCELLABLE",
      outcome: "refused",
    })
  })

  it("repeats the first answer under the same key, and refuses the reference under another", async () => {
    const input = aPayment()
    const first = await client.payments.create(input)
    const again = await client.payments.create(input)
    expect(again.id).toBe(first.id)
    const other = { ...input, idempotencyKey: "another" }
    await expect(client.payments.create(other)).rejects.toMatchObject({
      code: "DUPLICATE_REFERENCE_ID",
      status: 409,
      outcome: "unknown",
      referenceId: input.referenceId,
    })
    expect(sandbox.payments.list()).toHaveLength(1)
  })

  it("walks a list of more than one page, newest first", async () => {
    const created: string[] = []
    for (let n = 0; n < 103; n++) {
      created.push((await client.payments.create(aPayment())).id)
    }
    const ids = await idsOf(client.payments.iterate({ sortBy: "createdAt" }))
    expect(new Set(ids)).toEqual(new Set(created))
    expect(ids).toHaveLength(103)
    expect(sandbox.callCounts()["payments.list"]).toBe(2)
    const some = await idsOf(client.payments.iterate({ maxPages: 1 }))
    expect(some).toHaveLength(100)
  })

  it.each(["", "  ", ".", ".."])(
    "sends no id that is no name: %j",
    async (id) => {
      await expect(client.payments.retrieve(id)).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
        field: "id",
        outcome: "not_sent",
      })
      await expect(
        client.payments.retrieveByReference(id)
      ).rejects.toMatchObject({ field: "referenceId" })
      expect(sandbox.calls()).toEqual([])
    }
  )

  it("keeps an id within its segment of the path", async () => {
    await failureOf(client.payments.retrieve("../balance"))
    await failureOf(client.payments.cancel("a/b?c#d"))
    expect(sandbox.calls().map(({ path }) => path)).toEqual([
      "/api/v1/payments/..%2Fbalance",
      "/api/v1/payments/a%2Fb%3Fc%23d/cancel",
    ])
  })
})

describe("withdraws", () => {
  it("creates, finds and cancels one", async () => {
    const input = aWithdraw({ amount: "250.75" })
    const created = await client.withdraws.create(input)
    expect(created).toMatchObject({
      amount: "250.75",
      gatewayAmount: "25075.00",
      status: "pending",
      referenceId: input.referenceId,
      destinationType: "bank_account",
      bankCode: "004",
      bankAccountName: input.customerBankAccountName,
    })
    expect(created.bankAccountNumber).toContain("*")
    expect(await client.withdraws.retrieve(created.id)).toEqual(created)
    expect(
      await client.withdraws.retrieveByReference(input.referenceId)
    ).toEqual(created)
    expect((await client.withdraws.list()).items).toEqual([created])
    const canceled = await client.withdraws.cancel(created.id)
    expect(canceled.status).toBe("canceled")
  })

  it("reports a wallet that is too small as refused", async () => {
    sandbox.setWallet({ wallet: "5.00" })
    await expect(client.withdraws.create(aWithdraw())).rejects.toMatchObject({
      code: "INSUFFICIENT_BALANCE",
      outcome: "refused",
    })
  })
})

describe("balance", () => {
  it("is THB", async () => {
    sandbox.setWallet({ wallet: "12500.50", settlement: "3200" })
    await expect(client.balance.retrieve()).resolves.toEqual({
      walletBalance: "12500.50",
      settlementBalance: "3200.00",
      currency: "THB",
      status: "active",
    })
  })
})

describe("an account that speaks baht", () => {
  it("gets and gives the same THB", async () => {
    const baht = await startSandbox({ amountUnit: "baht" })
    const bahtClient = createOne2PaysClient({
      baseUrl: `${baht.url}/api/v1/`,
      apiKey: baht.apiKey,
      secretKey: baht.secretKey,
      timeoutMs: 600_000,
      amountUnit: "baht",
    })
    const payment = await bahtClient.payments.create(aPayment())
    expect(payment).toMatchObject({ amount: "10.00", gatewayAmount: "10.00" })
    expect(readQr(payment.nextAction?.qrCode?.payload ?? "")?.amount).toBe(
      "10.00"
    )
    bahtClient.close()
    await baht.close()
  })
})

describe("an older deployment, without by-reference routes", () => {
  beforeEach(() => sandbox.setByReference(false))

  // A client of its own: the shared one has learnt that the route exists.
  const older = () =>
    createOne2PaysClient({
      baseUrl: sandbox.url,
      apiKey: sandbox.apiKey,
      secretKey: sandbox.secretKey,
      timeoutMs: 600_000,
    })

  it("is searched through its list", async () => {
    const oldClient = older()
    const createdAfter = new Date(Date.now() - 60_000)
    const created = await oldClient.payments.create(aPayment())
    await oldClient.payments.create(aPayment())
    const reference = created.referenceId ?? ""
    expect(
      await oldClient.payments.retrieveByReference(reference, { createdAfter })
    ).toEqual(created)
    expect(await oldClient.payments.retrieveByReference("absent")).toBeNull()
    expect(await oldClient.withdraws.retrieveByReference("absent")).toBeNull()
    oldClient.close()
  })
})

describe("a newer deployment", () => {
  it("is believed when it says 404, once its route has been seen to work", async () => {
    const { referenceId } = await client.payments.create(aPayment())
    await client.payments.retrieveByReference(referenceId ?? "")
    sandbox.resetCalls()
    expect(await client.payments.retrieveByReference("absent")).toBeNull()
    expect(sandbox.callCounts()).toEqual({ "payments.by_reference": 1 })
  })
})
