import type { Answer } from "../setup/buyer"
import { loggedDuring, type LogEntry } from "../setup/logged"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import { until } from "../setup/until"

const DOWN = { kind: "server_error", times: Infinity } as const

/** One line each, and no stack: production writes one as JSON, development prints the error beside the line. */
function expectShortLines(entries: LogEntry[]): void {
  for (const entry of entries) {
    expect(entry).not.toHaveProperty("stack")
    expect(entry.message).not.toMatch(/\n|^\s+at |\.js:\d+/)
    expect(JSON.stringify(entry).length).toBeLessThan(800)
  }
}

// In these tests up to THB 1000 of a payout one person is enough, above it two are needed.
const shop = openShop({
  webhooks: false,
  sandbox: { withdrawStepMs: null },
  env: PAYOUT_LIMITS,
})
const { variant, buyer, desk, sandbox, sql } = shop

beforeAll(() => shop.holdReconciliation())

/** The lines that a request, or a job, leaves in the log at warn or error. */
async function linesOf(
  work: (entries: LogEntry[]) => Promise<unknown>,
  answered?: { status: number; code?: string }
): Promise<string[]> {
  const { result, entries } = await loggedDuring(work)
  if (answered) {
    const { status, data } = result as Answer
    expect({ status, code: data.code }).toEqual({
      code: undefined,
      ...answered,
    })
  }
  expectShortLines(entries)
  return entries.map(({ level, message }) => `${level}: ${message}`)
}

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

/** Core's own line about a payment that could not be authorized. */
const OF_CORE = matching(
  /^error: Error was thrown trying to authorize payment session - payses_\w+ - Error: [^\n]+$/
)

async function placePaid(): Promise<{ orderId: string; medusas: string }> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  const order = await shop.untilPaid(orderId)
  return {
    orderId,
    medusas: order.payment_collections[0]!.payments[0]!.id,
  }
}

describe("a checkout that is completed", () => {
  it.each([
    [
      "that is down",
      () => sandbox.addFault(DOWN),
      { status: 503, code: "one2pays_unavailable" },
      /^warn: \[one2pays\] the payment of order order_\w+ could not be opened: .* code=INTERNAL_ERROR .* reference=order_\w+ /,
    ],
    [
      "that refuses the keys",
      () => sandbox.setActive(false),
      { status: 500, code: "one2pays_misconfigured" },
      /^error: \[one2pays\] the payment of order order_\w+ could not be opened: .* code=FORBIDDEN .* reference=order_\w+ /,
    ],
  ])(
    "at a gateway %s makes one line of ours and one of core's",
    async (_, fail, answer, line) => {
      const { id } = await buyer.checkout(variant)
      fail()
      expect(await linesOf(() => buyer.complete(id), answer)).toEqual([
        matching(line),
        OF_CORE,
      ])
    }
  )

  it("in a maintenance makes one line", async () => {
    const { id } = await buyer.checkout(variant)
    sandbox.setMaintenance(true)
    await buyer.complete(id)
    const answer = { status: 503, code: "one2pays_maintenance" }
    expect(await linesOf(() => buyer.complete(id), answer)).toEqual([
      `warn: [one2pays] a request was refused: code=one2pays_maintenance method=POST path=/store/carts/${id}/complete message="Payment service is temporarily under maintenance. Please try again later."`,
    ])
    await shop.endMaintenance()
  })
})

it("a payment session with a payer that cannot be makes none", async () => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const payer = { account_name: "x", account_number: "12", bank_code: "4" }
  const lines = await linesOf(
    () =>
      buyer.choosePayment(collection, {
        payment_method: "promptpay",
        payer,
      }),
    { status: 400, code: "one2pays_payer_invalid" }
  )
  expect(lines).toEqual([])
})

describe("another payment for an order", () => {
  it("makes one line while the gateway is down", async () => {
    const orderId = await shop.placeExpired()
    sandbox.addFault(DOWN)
    const answer = { status: 503, code: "one2pays_unavailable" }
    expect(await linesOf(() => buyer.payAgain(orderId), answer)).toEqual([
      matching(
        new RegExp(`^warn: \\[one2pays\\] .*${orderId}.* code=INTERNAL_ERROR `)
      ),
    ])
  })

  it("makes one line in a maintenance, and one when it is asked for too often", async () => {
    const orderId = await shop.placeExpired()
    sandbox.setMaintenance(true)
    await buyer.payAgain(orderId)
    const path = `/store/one2pays/orders/${orderId}/payments`
    expect(
      await linesOf(() => buyer.payAgain(orderId), {
        status: 503,
        code: "one2pays_maintenance",
      })
    ).toEqual([
      matching(
        new RegExp(
          `^warn: \\[one2pays\\] a request was refused: code=one2pays_maintenance method=POST path=${path} message=`
        )
      ),
    ])
    await shop.endMaintenance()

    sandbox.addFault(DOWN)
    const asking = Array.from({ length: 10 }, () => buyer.payAgain(orderId))
    await Promise.all(asking)
    expect(
      await linesOf(() => buyer.payAgain(orderId), {
        status: 503,
        code: "one2pays_busy",
      })
    ).toEqual([
      matching(
        new RegExp(
          `^warn: \\[one2pays\\] a request was refused: code=one2pays_busy method=POST path=${path} message=`
        )
      ),
    ])
  })

  it("makes none where the order can still be paid", async () => {
    const orderId = await buyer.placeOrder(variant)
    const answer = { status: 409, code: "one2pays_payment_open" }
    expect(await linesOf(() => buyer.payAgain(orderId), answer)).toEqual([])
  })
})

describe("staff", () => {
  it.each([
    [
      "a payout above a limit",
      () => desk.ask({ amount: "60000.00" }),
      { status: 400, code: "one2pays_max_amount" },
    ],
    [
      "an approval of their own request",
      async () => {
        const { id } = await desk.create()
        return desk.approve(id, desk.maker)
      },
      { status: 403, code: "one2pays_own_request" },
    ],
    [
      "an approval of what was canceled",
      async () => {
        const { id } = await desk.create()
        await desk.act(id, "cancel", { reason: "not needed" })
        return desk.approve(id)
      },
      { status: 409, code: "one2pays_wrong_state" },
    ],
    [
      "to close an issue that is none",
      async () => {
        const { id } = await desk.create()
        return desk.act(id, "resolve", { note: "done" })
      },
      { status: 409, code: "one2pays_wrong_state" },
    ],
    [
      "to pay back what belongs to an order",
      async () => {
        const { orderId } = await placePaid()
        const { id } = await desk.maker.paymentOf(orderId)
        return desk.maker.post(`/admin/one2pays/payments/${id}/pay-back`)
      },
      { status: 409, code: "one2pays_wrong_state" },
    ],
  ])("who are refused %s leave no line", async (_, ask, answer) => {
    expect(await linesOf(ask, answer)).toEqual([])
  })

  it("leave one line with a payout while the wallet cannot be known", async () => {
    await desk.forgetBalance()
    sandbox.addFault(DOWN)
    const lines = await linesOf(() => desk.ask(), {
      status: 503,
      code: "one2pays_unavailable",
    })
    expect(lines).toEqual([
      matching(
        /^warn: \[one2pays\] a request was refused: code=one2pays_unavailable method=POST path=\/admin\/one2pays\/withdraws message="/
      ),
    ])
  })

  it("leave one line for each question that the gateway does not answer", async () => {
    const orderId = await buyer.placeOrder(variant)
    const { id: payment } = await desk.maker.paymentOf(orderId)
    const { id: stray } = await strayMoney()
    const { id: withdraw } = await desk.approved({ amount: "10.00" })
    await desk.send()
    await desk.letTimePass()
    sandbox.addFault(DOWN)
    const answer = { status: 503, code: "one2pays_unavailable" }
    const path = "/admin/one2pays"
    for (const ask of [
      () => desk.maker.post(`${path}/payments/${payment}/check`),
      () => desk.maker.post(`${path}/payments/${stray}/pay-back`),
      () => desk.act(withdraw, "check"),
      () => desk.act(withdraw, "cancel", { reason: "not needed" }),
    ]) {
      expect(await linesOf(ask, answer)).toEqual([
        matching(/^warn: \[one2pays\] [^\n]* code=INTERNAL_ERROR /),
      ])
    }
    // The wish is kept, and fulfilled by a job.
    expect(
      await linesOf(
        () => desk.maker.post(`${path}/payments/${payment}/cancel`),
        { status: 200 }
      )
    ).toEqual([matching(/^warn: \[one2pays\] [^\n]* code=INTERNAL_ERROR /)])
  })
})

/** A customer paid THB 25 of 250. */
async function strayMoney(): Promise<{ id: string }> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId, { amount: "25.00" })
  await shop.reconcile()
  return desk.maker.paymentOf(orderId)
}

describe("core's own routes", () => {
  it("make none for a refund that is refused", async () => {
    const { medusas } = await placePaid()
    expect(
      await linesOf(
        () =>
          desk.maker.post(`/admin/payments/${medusas}/refund`, {
            amount: 251,
          }),
        { status: 400 }
      )
    ).toEqual([])
  })

  it("make one line for an order that is canceled while the gateway is down", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.addFault(DOWN)
    const lines = await linesOf(
      // The subscriber cancels the payment after the answer.
      async (entries) => {
        const answer = await desk.maker.post(`/admin/orders/${orderId}/cancel`)
        await until(
          () => entries,
          ({ length }) => length > 0
        )
        return answer
      },
      { status: 200 }
    )
    expect(lines).toEqual([
      matching(
        /^warn: \[one2pays\] payment order_\w+ could not be canceled at the gateway now: .* code=INTERNAL_ERROR /
      ),
    ])
  })
})

describe("a webhook", () => {
  const event = (orderId: string) => ({
    event: "payment.received",
    paymentId: sandbox.payments.get(orderId)!.id,
    referenceId: orderId,
    status: "succeeded",
    amount: "25000.00",
    currency: "THB",
    paymentMethod: "promptpay",
  })

  it("that is forged makes one line", async () => {
    const orderId = await buyer.placeOrder(variant)
    const lines = await linesOf(() =>
      sandbox.webhooks.send(event(orderId), { secret: "whsec_x" })
    )
    expect(lines).toEqual([
      matching(/^warn: \[one2pays\] webhook refused: signature \w+/),
    ])
  })

  it("that comes while the gateway is down makes one line", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.addFault(DOWN)
    const lines = await linesOf(() => sandbox.webhooks.send(event(orderId)))
    expect(lines).toEqual([
      matching(
        /^warn: \[one2pays\] webhook payment.received for order_\w+ could not be worked on now: .* code=INTERNAL_ERROR /
      ),
    ])
  })
})

it("jobs make one line each for what they could not ask", async () => {
  await buyer.placeOrder(variant)
  const { id } = await desk.approved({ amount: "10.00" })
  sandbox.addFault(DOWN)
  expect(await linesOf(() => shop.reconcile())).toEqual([
    matching(/^warn: \[one2pays\] [^\n]* code=INTERNAL_ERROR /),
  ])
  expect(await linesOf(() => desk.send())).toEqual([
    matching(
      new RegExp(`^warn: \\[one2pays\\] .*${id}.* code=INTERNAL_ERROR `)
    ),
  ])
})

it.each([
  [
    "ours",
    "one2pays_withdraw",
    () => desk.maker.get("/admin/one2pays/withdraws"),
  ],
  [
    "the store's",
    "one2pays_payment",
    async () => {
      const cart = await buyer.fillCart(variant)
      return buyer.choosePayment(await buyer.startPayment(cart.id))
    },
  ],
])("a bug keeps its stack: on a route of %s", async (_, table, ask) => {
  await sql(`alter table ${table} rename to gone`)
  const { result, entries } = await loggedDuring(ask)
  expect(result.status).toBe(500)
  expect(entries).toEqual([
    expect.objectContaining({
      level: "error",
      message: expect.stringContaining(table),
    }),
  ])
  expect(entries[0]!.stack!.length).toBeGreaterThan(3)
})

it("a checkout at a gateway that is asked too often makes one line of ours and one of core's", async () => {
  const { id } = await buyer.checkout(variant)
  // Else everybody would pause after it.
  shop.clock.beforePause()
  sandbox.setRateLimit(0)
  const answer = { status: 503, code: "one2pays_busy" }
  expect(await linesOf(() => buyer.complete(id), answer)).toEqual([
    matching(
      /^warn: \[one2pays\] the payment of order order_\w+ could not be opened: .* code=RATE_LIMIT_EXCEEDED /
    ),
    OF_CORE,
  ])
  sandbox.setRateLimit(null)
})
