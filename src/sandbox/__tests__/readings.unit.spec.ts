import { readFileSync } from "node:fs"
import {
  canPlayTogether,
  ContradictoryReadings,
  READING_NAMES,
  READINGS,
  startSandbox,
  type ReadingName,
  type Sandbox,
} from "../index"
import { listReadings, withReadings } from "../readings"
import { get, paymentBody, post, until, withdrawBody } from "./signed-client"
import { startReceiver, type Receiver } from "./webhook-receiver"

let sandbox: Sandbox
let receiver: Receiver

beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

async function play(...readings: ReadingName[]): Promise<void> {
  sandbox = await startSandbox({
    readings,
    webhookUrls: [receiver.url],
    withdrawStepMs: 0,
  })
}

const create = (changes?: Record<string, unknown>) =>
  post(sandbox, "/payments", paymentBody(changes))
const payOut = (changes?: Record<string, unknown>) =>
  post(sandbox, "/withdraws", withdrawBody(changes))

describe("readings of a create", () => {
  it.each(["created-200", "created-201"] as const)("%s", async (name) => {
    await play(name)
    const status = Number(name.slice(-3))
    expect((await create()).status).toBe(status)
    expect((await payOut()).status).toBe(status)
  })

  it("baht and numbers", async () => {
    await play("baht", "amounts-as-numbers")
    const { body } = await create({ amount: "10.50" })
    expect(body.data.amount).toBe(10.5)
    expect(body.data.nextAction.qrCode.payload).toContain("540510.50")
    await until(() => receiver.received.length > 0)
    expect(receiver.received[0]!.body.amount).toBe(10.5)
  })

  it("ids with a prefix", async () => {
    await play("prefixed-ids")
    expect((await create()).body.data.id).toMatch(/^pay_[0-9a-f]{16}$/)
    expect((await payOut()).body.data.id).toMatch(/^wd_[0-9a-f]{16}$/)
  })

  it("a link without a QR code", async () => {
    await play("use_payment_app")
    expect((await create()).body.data.nextAction).toEqual({
      type: "use_payment_app",
      paymentAppUrl: expect.stringContaining("/pay/token_"),
    })
  })

  it("instructions from the second read on", async () => {
    await play("late-instructions")
    const created = (await create()).body.data
    const read = async () =>
      (await get(sandbox, `/payments/${created.id}`)).body.data.nextAction
    expect(created.nextAction).toBeNull()
    expect(await read()).toBeNull()
    expect(await read()).toMatchObject({ type: "display_qr_code" })
  })

  it("bounds, named in the account's unit", async () => {
    await play("bounded-amounts")
    const below = await create({ amount: "4999.00" })
    expect(below.status).toBe(422)
    expect(below.body.error).toMatchObject({
      code: "AMOUNT_BELOW_MIN",
      metadata: { min: "5000.00", max: "10000000.00" },
    })
    expect((await create({ amount: "5000.00" })).status).toBe(201)
    const above = await payOut({ amount: "50000001.00" })
    expect(above.body.error).toMatchObject({ code: "AMOUNT_ABOVE_MAX" })
  })

  it("a bank that is not taken, and a key that repeats its refusal", async () => {
    await play("bank-refused", "repeated-key-refused")
    const refused = { customerBankCode: "067", idempotencyKey: "key" }
    const other = { customerBankCode: "004", idempotencyKey: "key" }
    expect((await create(refused)).body.error.code).toBe("INVALID_BANK_CODE")
    expect((await create(other)).body.error.code).toBe("INVALID_BANK_CODE")
    expect((await create({ customerBankCode: "004" })).status).toBe(201)
  })

  it("satang added to the amount and to the QR", async () => {
    await play("satang-added")
    const { id, amount, nextAction } = (await create()).body.data
    expect(amount).toBe("1001.00")
    expect(nextAction.qrCode.payload).toContain("540510.01")
    expect((await create()).body.data.amount).toBe("1002.00")
    expect(sandbox.payments.pay(id)).toMatchObject({
      requestedThb: "10.00",
      receivedThb: "10.01",
    })
  })
})

describe("readings of the end", () => {
  it.each([
    [["withdraw-events"], "withdraw.paid", "paid"],
    [["withdrawal-events", "completed"], "withdrawal.completed", "completed"],
    [["payout-events", "envelope-webhooks"], "payout.paid", "paid"],
  ] as [ReadingName[], string, string][])(
    "%j",
    async (names, event, status) => {
      await play(...names)
      const { id } = (await payOut()).body.data
      await until(() => receiver.received.length > 0)
      const { body } = receiver.received[0]!
      expect(body.event ?? body.type).toBe(event)
      expect((body.data ?? body).status).toBe(status)
      expect((await get(sandbox, `/withdraws/${id}`)).body.data.status).toBe(
        status
      )
      const listed = await get(sandbox, `/withdraws?status=${status}`)
      expect(listed.body.data.total).toBe(1)
    }
  )

  it("cancelled with two l", async () => {
    await play("cancelled")
    const { id } = (await create()).body.data
    const { status } = (await post(sandbox, `/payments/${id}/cancel`)).body.data
    expect(status).toBe("cancelled")
    await until(() => receiver.received.length > 1)
    expect(receiver.received[1]!.body.event).toBe("payment.cancelled")
  })

  it("a payout that comes back", async () => {
    await play("returned-payouts")
    await payOut()
    await until(() => receiver.received.length > 1)
    expect(receiver.received.map(({ body }) => body.event)).toEqual([
      "withdrawal.paid",
      "withdrawal.failed",
    ])
    expect(sandbox.status().walletThb).toBe("100000.00")
  })

  it.each([
    ["late-redelivery", true],
    ["late-redelivery-signed-anew", false],
  ] as const)("%s", async (name, isOld) => {
    let now = Date.now()
    sandbox = await startSandbox({
      readings: [name],
      webhookUrls: [receiver.url],
      clock: { now: () => now },
    })
    receiver.status = 500
    await post(sandbox, "/payments", paymentBody())
    await until(() => sandbox.webhooks.deliveries()[0]?.attempts.length === 1)
    now += 5 * 60_000
    expect(sandbox.webhooks.deliveries()[0]!.dueAt).toBeGreaterThan(now)
    now += 10_000
    await until(() => receiver.received.length === 2)
    const times = receiver.received.map(
      ({ headers }) => headers["x-webhook-timestamp"]
    )
    expect(times[0] === times[1]).toBe(isOld)
  })
})

describe("the table", () => {
  it("refuses two that contradict each other, and says about what", () => {
    expect(() => withReadings({ readings: ["satang", "baht"] })).toThrow(
      new ContradictoryReadings(
        'the reading "baht" contradicts the reading "satang": both say the unit of amounts'
      )
    )
    expect(() =>
      withReadings({ readings: ["baht"], amountUnit: "satang" })
    ).toThrow("contradicts the option amountUnit")
    expect(() =>
      withReadings({ readings: ["dollars" as ReadingName] })
    ).toThrow('"dollars" is no reading')
    expect(canPlayTogether("late-instructions", "use_payment_app")).toBe(true)
  })

  it("stands in the docs", () => {
    const page = readFileSync("docs/readings.md", "utf8")
    for (const name of READING_NAMES) {
      expect(page).toContain(`| \`${name}\` `)
      expect(page).toContain(READINGS[name].says)
    }
  })

  it("names the matter of every contradiction, and lists each with its source", () => {
    for (const one of READING_NAMES) {
      expect(READINGS[one].source).not.toBe("")
      expect(listReadings()).toContain(READINGS[one].says)
      for (const other of READING_NAMES) {
        if (!canPlayTogether(one, other)) {
          expect(() => withReadings({ readings: [one, other] })).toThrow(
            /both say the /
          )
        }
      }
    }
  })
})
