import { startSandbox, type Sandbox } from "../index"
import { get, paymentBody, post, until } from "./signed-client"
import { startReceiver } from "./webhook-receiver"

const PAYMENT_KEYS = [
  "id",
  "amount",
  "currency",
  "status",
  "paymentMethod",
  "referenceId",
  "description",
  "metadata",
  "clientSecret",
  "nextAction",
  "confirmedAt",
  "capturedAt",
  "canceledAt",
  "expiresAt",
  "createdAt",
  "updatedAt",
]
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

describe("payments", () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ rateLimitPerMinute: null })
  })
  afterEach(() => sandbox.close())

  it("creates a PromptPay payment whose QR asks for the amount in baht", async () => {
    const { status, body } = await post(
      sandbox,
      "/payments",
      paymentBody({
        referenceId: "order-12345",
        description: "Payment for order #12345",
        metadata: { order_id: "12345" },
      })
    )
    expect(status).toBe(201)
    expect(body.success).toBe(true)
    expect(Object.keys(body.data)).toEqual(PAYMENT_KEYS)
    expect(body.data).toMatchObject({
      amount: "1000.00",
      currency: "THB",
      status: "processing",
      paymentMethod: "promptpay",
      referenceId: "order-12345",
      description: "Payment for order #12345",
      metadata: { order_id: "12345" },
      clientSecret: null,
      confirmedAt: null,
      capturedAt: null,
      canceledAt: null,
    })
    const { nextAction } = body.data
    expect(nextAction.type).toBe("display_qr_code")
    expect(nextAction.paymentAppUrl).toMatch(
      new RegExp(`^${sandbox.url}/pay/token_[0-9a-f]+$`)
    )
    // The CRC was computed with Python's binascii.crc_hqx.
    expect(nextAction.qrCode).toEqual({
      payload:
        "00020101021229370016A000000677010111011300660000000005802TH5303764540510.0063041355",
      promptpayId: "0000000000",
      expiresAt: body.data.expiresAt,
    })
    expect(body.data.createdAt).toMatch(ISO)
    const life =
      Date.parse(body.data.expiresAt) - Date.parse(body.data.createdAt)
    expect(life).toBe(30 * 60_000)
  })

  it("answers retrieve and by-reference with what create answered", async () => {
    const { body } = await post(
      sandbox,
      "/payments",
      paymentBody({ referenceId: "order_1.A" })
    )
    const byId = await get(sandbox, `/payments/${body.data.id}`)
    const byReference = await get(sandbox, "/payments/by-reference/order_1.A")
    expect(byId.status).toBe(200)
    expect(byId.body).toEqual(body)
    expect(byReference.body).toEqual(body)
  })

  it("answers 404 for a payment that is not there", async () => {
    for (const path of [
      "/payments/550e8400-e29b-41d4-a716-446655440000",
      "/payments/by-reference/nothing",
    ]) {
      const { status, body } = await get(sandbox, path)
      expect(status).toBe(404)
      expect(body.error).toEqual({
        code: "RESOURCE_NOT_FOUND",
        message: "Payment not found",
      })
    }
  })

  it("has no by-reference route as an older deployment", async () => {
    await post(sandbox, "/payments", paymentBody({ referenceId: "order-1" }))
    sandbox.setByReference(false)
    const { status, body } = await get(
      sandbox,
      "/payments/by-reference/order-1"
    )
    expect(status).toBe(404)
    expect(body.error.message).toBe("Route not found")
  })

  it("gives a bank transfer a link and no QR", async () => {
    const { body } = await post(
      sandbox,
      "/payments",
      paymentBody({ paymentMethod: "bank_transfer" })
    )
    expect(body.data.nextAction).toEqual({
      type: "use_payment_app",
      paymentAppUrl: expect.stringContaining("/pay/token_"),
    })
  })

  const wrong: [string, Record<string, unknown>, string, string][] = [
    ["no amount", { amount: undefined }, "MISSING_REQUIRED_FIELD", "amount"],
    [
      "no reference",
      { referenceId: undefined },
      "MISSING_REQUIRED_FIELD",
      "referenceId",
    ],
    [
      "no method",
      { paymentMethod: undefined },
      "MISSING_REQUIRED_FIELD",
      "paymentMethod",
    ],
    [
      "no name",
      { customerBankAccountName: undefined },
      "MISSING_REQUIRED_FIELD",
      "customerBankAccountName",
    ],
    [
      "no number",
      { customerBankAccountNumber: null },
      "MISSING_REQUIRED_FIELD",
      "customerBankAccountNumber",
    ],
    [
      "no bank",
      { customerBankCode: "" },
      "MISSING_REQUIRED_FIELD",
      "customerBankCode",
    ],
    ["an integer amount", { amount: 1000 }, "VALIDATION_ERROR", "amount"],
    ["an amount of words", { amount: "ten" }, "INVALID_AMOUNT", "amount"],
    ["no decimals", { amount: "1000" }, "INVALID_AMOUNT", "amount"],
    ["nothing to pay", { amount: "0.00" }, "INVALID_AMOUNT", "amount"],
    ["a negative amount", { amount: "-10.00" }, "INVALID_AMOUNT", "amount"],
    ["part of a satang", { amount: "10.50" }, "INVALID_AMOUNT", "amount"],
    ["dollars", { currency: "USD" }, "INVALID_CURRENCY", "currency"],
    ["small letters", { currency: "thb" }, "INVALID_CURRENCY", "currency"],
    [
      "a slash in the reference",
      { referenceId: "order/1" },
      "INVALID_REFERENCE_ID",
      "referenceId",
    ],
    [
      "a long reference",
      { referenceId: "a".repeat(256) },
      "INVALID_REFERENCE_ID",
      "referenceId",
    ],
    [
      "a reference of Thai letters",
      { referenceId: "คำสั่งซื้อ" },
      "INVALID_REFERENCE_ID",
      "referenceId",
    ],
    [
      "a bank of four digits",
      { customerBankCode: "0040" },
      "INVALID_BANK_CODE",
      "customerBankCode",
    ],
    [
      "a bank's name",
      { customerBankCode: "KBANK" },
      "INVALID_BANK_CODE",
      "customerBankCode",
    ],
    [
      "a bank as a number",
      { customerBankCode: 4 },
      "INVALID_BANK_CODE",
      "customerBankCode",
    ],
    [
      "dashes in the number",
      { customerBankAccountNumber: "123-4-56789-0" },
      "VALIDATION_ERROR",
      "customerBankAccountNumber",
    ],
    [
      "an unknown method",
      { paymentMethod: "card" },
      "VALIDATION_ERROR",
      "paymentMethod",
    ],
    [
      "a long description",
      { description: "x".repeat(256) },
      "VALIDATION_ERROR",
      "description",
    ],
    [
      "metadata that is a list",
      { metadata: [] },
      "VALIDATION_ERROR",
      "metadata",
    ],
    [
      "four minutes",
      { expiresInMinutes: 4 },
      "VALIDATION_ERROR",
      "expiresInMinutes",
    ],
    [
      "more than a day",
      { expiresInMinutes: 1441 },
      "VALIDATION_ERROR",
      "expiresInMinutes",
    ],
    [
      "half minutes",
      { expiresInMinutes: 5.5 },
      "VALIDATION_ERROR",
      "expiresInMinutes",
    ],
    [
      "an empty key",
      { idempotencyKey: "" },
      "VALIDATION_ERROR",
      "idempotencyKey",
    ],
  ]
  it.each(wrong)("refuses %s", async (_, changes, code, field) => {
    const { status, body } = await post(
      sandbox,
      "/payments",
      paymentBody(changes)
    )
    expect(status).toBe(400)
    expect(body.success).toBe(false)
    expect(body.error.code).toBe(code)
    expect(body.error.metadata).toEqual({ field })
    expect(sandbox.payments.list()).toHaveLength(0)
  })

  it("takes what is just within the limits", async () => {
    for (const changes of [
      { currency: undefined },
      { referenceId: `a_-.${"b".repeat(251)}` },
      { description: "x".repeat(255) },
      { expiresInMinutes: 5 },
      { expiresInMinutes: 1440 },
      { amount: "1.00" },
    ]) {
      const { status } = await post(sandbox, "/payments", paymentBody(changes))
      expect(status).toBe(201)
    }
  })

  it("refuses a reference that was used, as the error page words it", async () => {
    const body = paymentBody()
    await post(sandbox, "/payments", body)
    const again = await post(sandbox, "/payments", body)
    expect(again.status).toBe(409)
    expect(again.body).toEqual({
      success: false,
      error: {
        code: "DUPLICATE_REFERENCE_ID",
        message: "Reference ID already exists for this merchant",
      },
    })
  })

  it("confirms and captures what was paid, and credits the wallet", async () => {
    const { body } = await post(sandbox, "/payments", paymentBody())
    const paid = sandbox.payments.pay(body.data.id)
    expect(paid).toMatchObject({ requestedThb: "10.00", receivedThb: "10.00" })
    const read = await get(sandbox, `/payments/${body.data.id}`)
    expect(read.body.data).toMatchObject({
      status: "succeeded",
      amount: "1000.00",
      nextAction: null,
      confirmedAt: expect.stringMatching(ISO),
      capturedAt: expect.stringMatching(ISO),
    })
    const balance = await get(sandbox, "/balance")
    expect(balance.body.data.walletBalance).toBe(100010)
  })

  it("shows a wrong amount as the amount received", async () => {
    const { body } = await post(sandbox, "/payments", paymentBody())
    const paid = sandbox.payments.pay(body.data.id, { amount: "7.50" })
    expect(paid).toMatchObject({
      status: "succeeded",
      amount: "750.00",
      requestedThb: "10.00",
      receivedThb: "7.50",
    })
  })

  it("counts a second payment into the wallet", async () => {
    const { body } = await post(sandbox, "/payments", paymentBody())
    const paid = sandbox.payments.payTwice(body.data.id)
    expect(paid).toMatchObject({ amount: "1000.00", receivedThb: "20.00" })
    expect(sandbox.status().walletThb).toBe("100020.00")
  })

  it("takes money that comes after a payment was canceled", async () => {
    const { body } = await post(sandbox, "/payments", paymentBody())
    await post(sandbox, `/payments/${body.data.id}/cancel`)
    expect(sandbox.payments.pay(body.data.referenceId).status).toBe("succeeded")
  })

  it("cancels an open payment with an empty body", async () => {
    const { body } = await post(sandbox, "/payments", paymentBody())
    const canceled = await post(sandbox, `/payments/${body.data.id}/cancel`)
    expect(canceled.status).toBe(200)
    expect(canceled.body.data).toMatchObject({
      status: "canceled",
      nextAction: null,
      confirmedAt: null,
      capturedAt: null,
      canceledAt: expect.stringMatching(ISO),
    })
  })

  it("does not cancel what has ended", async () => {
    const ends: ((id: string) => unknown)[] = [
      (id) => sandbox.payments.pay(id),
      (id) => sandbox.payments.fail(id),
      (id) => sandbox.payments.expire(id),
      (id) => sandbox.payments.cancel(id),
    ]
    for (const end of ends) {
      const { body } = await post(sandbox, "/payments", paymentBody())
      end(body.data.id)
      const refused = await post(sandbox, `/payments/${body.data.id}/cancel`)
      expect(refused.status).toBe(400)
      expect(refused.body.error.code).toBe("PAYMENT_NOT_CANCELLABLE")
    }
    const missing = await post(sandbox, "/payments/nothing/cancel")
    expect(missing.status).toBe(404)
  })

  it("fails and expires on demand, once", async () => {
    const { body } = await post(sandbox, "/payments", paymentBody())
    expect(sandbox.payments.fail(body.data.id).status).toBe("payment_failed")
    expect(() => sandbox.payments.expire(body.data.id)).toThrow(
      "already payment_failed"
    )
    expect(() => sandbox.payments.fail("nothing")).toThrow("no payment nothing")
  })

  it.each([
    ["none", undefined],
    [{ factor: 100 }, "1000.00"],
    [{ factor: 0.01 }, "0.10"],
  ] as const)("can put %j on the QR", async (mode, amount) => {
    sandbox.payments.setQrAmount(mode)
    const { body } = await post(sandbox, "/payments", paymentBody())
    const { payload } = body.data.nextAction.qrCode
    const tag54 =
      amount && `54${String(amount.length).padStart(2, "0")}${amount}`
    expect(payload.slice(0, -8).endsWith(tag54 ?? "5303764")).toBe(true)
  })

  it("can make mistakes in a QR", async () => {
    const payload = async () =>
      (await post(sandbox, "/payments", paymentBody())).body.data.nextAction
        .qrCode.payload as string
    const fits = await payload()
    sandbox.payments.setQrFlaw("checksum")
    const damaged = await payload()
    expect(damaged.slice(0, -4)).toBe(fits.slice(0, -4))
    expect(damaged).not.toBe(fits)
    sandbox.payments.setQrFlaw("currency")
    expect(await payload()).toContain("5303840")
  })

  it("can withhold the next action for a while", async () => {
    sandbox.payments.setNextAction(false)
    const { body } = await post(sandbox, "/payments", paymentBody())
    expect(body.data.nextAction).toBeNull()
    sandbox.payments.setNextAction(true)
    expect(sandbox.payments.get(body.data.id)?.nextAction).not.toBeNull()
  })

  it("can refuse the payers of a bank", async () => {
    sandbox.payments.setRefusedBanks(["004"])
    const refuse = (customerBankCode: string) =>
      post(sandbox, "/payments", paymentBody({ customerBankCode }))
    expect((await refuse("004")).body.error).toMatchObject({
      code: "INVALID_BANK_CODE",
      metadata: { field: "customerBankCode" },
    })
    expect((await refuse("014")).status).toBe(201)
  })
})

describe("a deployment in baht", () => {
  it("turns a satang client's ten baht into a thousand, on the QR as well", async () => {
    const sandbox = await startSandbox({ amountUnit: "baht" })
    const { body } = await post(sandbox, "/payments", paymentBody())
    expect(body.data.amount).toBe("1000.00")
    expect(body.data.nextAction.qrCode.payload).toContain("54071000.00")
    await sandbox.close()
  })
})

describe("expiry", () => {
  it("expires by the clock, before any answer can show otherwise", async () => {
    let now = Date.now()
    const sandbox = await startSandbox({ clock: { now: () => now } })
    const { body } = await post(
      sandbox,
      "/payments",
      paymentBody({ expiresInMinutes: 5 })
    )
    now += 299_000
    expect(sandbox.payments.get(body.data.id)?.status).toBe("processing")
    now += 1_000
    expect(sandbox.payments.get(body.data.id)).toMatchObject({
      status: "expired",
      nextAction: null,
    })
    await sandbox.close()
  })

  it("expires without being asked", async () => {
    const receiver = await startReceiver()
    const sandbox = await startSandbox({
      defaultExpiresInMinutes: 0.001,
      webhookUrls: [receiver.url],
    })
    const { body } = await post(sandbox, "/payments", paymentBody())
    await until(() =>
      receiver.received.some(
        (webhook) =>
          (webhook.body as { event: string }).event === "payment.expired"
      )
    )
    const read = await get(sandbox, `/payments/${body.data.id}`)
    expect(read.body.data.status).toBe("expired")
    await sandbox.close()
    await receiver.close()
  })
})
