import { startSandbox, type Sandbox } from "../index"
import { get, paymentBody, post, withdrawBody } from "./signed-client"

describe("idempotency", () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ withdrawStepMs: null })
  })
  afterEach(() => sandbox.close())

  it("answers the same key with the very bytes of the first answer", async () => {
    const body = paymentBody({ idempotencyKey: "key-1" })
    const first = await post(sandbox, "/payments", body)
    sandbox.payments.pay(first.body.data.id)
    const again = await post(sandbox, "/payments", body)
    expect(again.status).toBe(201)
    expect(again.text).toBe(first.text)
    expect(sandbox.payments.list()).toHaveLength(1)
  })

  it("pays out once however often it is asked", async () => {
    const body = withdrawBody({ idempotencyKey: "key-1" })
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => post(sandbox, "/withdraws", body))
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const balance = await get(sandbox, "/balance")
    expect(balance.body.data.walletBalance).toBe(99990)
  })

  it("does not mind the order of the fields", async () => {
    const body = paymentBody({
      idempotencyKey: "key-1",
      metadata: { a: 1, b: 2 },
    })
    const first = await post(sandbox, "/payments", body)
    const turned = Object.fromEntries(Object.entries(body).reverse())
    const again = await post(sandbox, "/payments", {
      ...turned,
      metadata: { b: 2, a: 1 },
    })
    expect(again.text).toBe(first.text)
  })

  it("refuses the same key with another body", async () => {
    const body = paymentBody({ idempotencyKey: "key-1" })
    await post(sandbox, "/payments", body)
    const other = await post(sandbox, "/payments", {
      ...body,
      amount: "2000.00",
    })
    expect(other.status).toBe(409)
    expect(other.body.error.code).toBe("DUPLICATE_REFERENCE_ID")
    expect(other.body.error.metadata).toEqual({ field: "idempotencyKey" })
  })

  it("refuses another key with the same reference", async () => {
    const body = paymentBody({ idempotencyKey: "key-1" })
    await post(sandbox, "/payments", body)
    const other = await post(sandbox, "/payments", {
      ...body,
      idempotencyKey: "key-2",
    })
    expect(other.status).toBe(409)
    expect(other.body.error.metadata).toBeUndefined()
  })

  it("forgets a request that was refused, so that it can be mended under its key", async () => {
    const body = paymentBody({ idempotencyKey: "key-1" })
    await post(sandbox, "/payments", { ...body, amount: "0.00" })
    const mended = await post(sandbox, "/payments", body)
    expect(mended.status).toBe(201)
  })

  it("repeats a refusal under its key where it is told to, however the request was mended", async () => {
    sandbox.setRepeatsRefusals(true)
    const body = paymentBody({ idempotencyKey: "key-1" })
    const refused = await post(sandbox, "/payments", {
      ...body,
      amount: "0.00",
    })
    const mended = await post(sandbox, "/payments", body)
    expect(mended).toMatchObject({ status: 400, text: refused.text })
    const other = { ...body, idempotencyKey: "key-2" }
    expect((await post(sandbox, "/payments", other)).status).toBe(201)
    expect((await post(sandbox, "/payments", other)).status).toBe(201)
  })

  it("keeps keys of payments and withdraws apart", async () => {
    const payment = await post(
      sandbox,
      "/payments",
      paymentBody({ idempotencyKey: "k" })
    )
    const withdraw = await post(
      sandbox,
      "/withdraws",
      withdrawBody({ idempotencyKey: "k" })
    )
    expect([payment.status, withdraw.status]).toEqual([201, 201])
  })
})
