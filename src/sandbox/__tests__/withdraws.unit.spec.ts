import { startSandbox, type Sandbox } from "../index"
import { get, post, until, withdrawBody } from "./signed-client"

const WITHDRAW_KEYS = [
  "id",
  "amount",
  "currency",
  "status",
  "referenceId",
  "destinationType",
  "bankAccountNumber",
  "bankAccountName",
  "bankCode",
  "destinationId",
  "description",
  "metadata",
  "paidAt",
  "canceledAt",
  "createdAt",
  "updatedAt",
]

describe("withdraws", () => {
  let sandbox: Sandbox
  const start = async (options: Parameters<typeof startSandbox>[0] = {}) => {
    sandbox = await startSandbox({ withdrawStepMs: null, ...options })
  }
  afterEach(() => sandbox.close())

  it("answers with the names of the response, not of the request, and a masked number", async () => {
    await start()
    const { status, body } = await post(
      sandbox,
      "/withdraws",
      withdrawBody({ referenceId: "payout-12345", metadata: { order_id: "1" } })
    )
    expect(status).toBe(201)
    expect(Object.keys(body.data)).toEqual(WITHDRAW_KEYS)
    expect(body.data).toMatchObject({
      amount: "1000.00",
      status: "pending",
      referenceId: "payout-12345",
      destinationType: "bank_account",
      bankAccountNumber: "1234****7890",
      bankAccountName: "Somchai Jaidee",
      bankCode: "004",
      destinationId: null,
      metadata: { order_id: "1" },
      paidAt: null,
    })
    const byReference = await get(
      sandbox,
      "/withdraws/by-reference/payout-12345"
    )
    const byId = await get(sandbox, `/withdraws/${body.data.id}`)
    expect(byReference.body).toEqual(body)
    expect(byId.body).toEqual(body)
  })

  it("goes pending, processing, paid by the clock", async () => {
    let now = Date.now()
    await start({ withdrawStepMs: 1_000, clock: { now: () => now } })
    const { body } = await post(sandbox, "/withdraws", withdrawBody())
    const status = () => sandbox.withdraws.get(body.data.id)?.status
    expect(status()).toBe("pending")
    now += 1_000
    expect(status()).toBe("processing")
    now += 1_000
    expect(status()).toBe("paid")
    expect(sandbox.withdraws.get(body.data.id)?.paidAt).not.toBeNull()
  })

  it("moves on without being asked", async () => {
    await start({ withdrawStepMs: 20 })
    const { body } = await post(sandbox, "/withdraws", withdrawBody())
    await until(() => sandbox.withdraws.get(body.data.id)?.status === "paid")
  })

  it("debits the wallet at once and gives back what was not paid", async () => {
    await start({ openingBalance: "100.00" })
    const make = async () =>
      (await post(sandbox, "/withdraws", withdrawBody())).body.data.id as string
    const ids = [await make(), await make(), await make()]
    const wallet = async () =>
      (await get(sandbox, "/balance")).body.data.walletBalance
    expect(await wallet()).toBe(70)
    sandbox.withdraws.settle(ids[0] ?? "", "paid")
    sandbox.withdraws.settle(ids[1] ?? "", "failed")
    const canceled = await post(sandbox, `/withdraws/${ids[2]}/cancel`)
    expect(canceled.status).toBe(200)
    expect(canceled.body.data).toMatchObject({
      status: "canceled",
      canceledAt: expect.any(String),
    })
    expect(await wallet()).toBe(90)
  })

  it("can end in failure by itself", async () => {
    await start({ withdrawStepMs: 1, withdrawOutcome: "failed" })
    const { body } = await post(sandbox, "/withdraws", withdrawBody())
    await until(() => sandbox.withdraws.get(body.data.id)?.status === "failed")
    expect(sandbox.status().walletThb).toBe("100000.00")
  })

  it("pays out no more than there is", async () => {
    await start({ openingBalance: "9.99" })
    const { status, body } = await post(sandbox, "/withdraws", withdrawBody())
    expect(status).toBe(400)
    expect(body.error).toEqual({
      code: "INSUFFICIENT_BALANCE",
      message: "Merchant account has insufficient balance",
    })
    expect(sandbox.withdraws.list()).toHaveLength(0)
    sandbox.setWallet({ wallet: "10.00" })
    expect((await post(sandbox, "/withdraws", withdrawBody())).status).toBe(201)
  })

  it("does not cancel or settle what has ended", async () => {
    await start()
    const { body } = await post(sandbox, "/withdraws", withdrawBody())
    sandbox.withdraws.settle(body.data.id, "paid")
    const refused = await post(sandbox, `/withdraws/${body.data.id}/cancel`)
    expect(refused.status).toBe(400)
    expect(refused.body.error.metadata).toEqual({ field: "status" })
    expect(() => sandbox.withdraws.settle(body.data.id, "failed")).toThrow(
      "already paid"
    )
  })

  it("refuses a used reference, an unknown destination and a missing one", async () => {
    await start()
    const body = withdrawBody()
    await post(sandbox, "/withdraws", body)
    const again = await post(sandbox, "/withdraws", body)
    expect([again.status, again.body.error.code]).toEqual([
      409,
      "DUPLICATE_REFERENCE_ID",
    ])
    const unknown = await post(
      sandbox,
      "/withdraws",
      withdrawBody({ destinationType: "cash" })
    )
    expect(unknown.body.error.metadata).toEqual({ field: "destinationType" })
    const missing = await post(
      sandbox,
      "/withdraws",
      withdrawBody({ destinationType: undefined })
    )
    expect(missing.body.error.code).toBe("MISSING_REQUIRED_FIELD")
  })

  it("answers the balance in satang when told so", async () => {
    await start({ openingBalance: "12500.50", balanceUnit: "satang" })
    const { body } = await get(sandbox, "/balance")
    expect(body.data.walletBalance).toBe(1250050)
  })
})
