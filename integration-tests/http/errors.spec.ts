import path from "node:path"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { orderIdOf } from "../setup/buyer"
import { openShop } from "../setup/open-shop"

const THEIRS = "pp_failing_shop"

/** The gateway fails with 500 at whatever it is asked; the payment is in doubt. */
const UNAVAILABLE = {
  th: "ขออภัย ไม่สามารถเชื่อมต่อระบบชำระเงินได้ในขณะนี้",
  en: "We could not reach the payment service.",
}
const PAYER_INVALID = {
  th: "เลขที่บัญชีขาดไป 8 หลัก",
  en: "The account number is too short by 8.",
}
const AWAITING = { th: "รอการชำระเงิน", en: "Waiting for your payment." }

const shop = openShop({
  configDirectory: path.resolve(__dirname, "../apps/merchant"),
  providers: [THEIRS],
})
const { variant, buyer, sandbox, clock } = shop

/** An answer whose body is the text as it came. */
const postRaw = (
  route: string,
  body: unknown,
  headers: Record<string, string> = {}
) =>
  shop.api.post(route, body, {
    validateStatus: () => true,
    responseType: "text",
    transformResponse: (text: string) => text,
    headers: {
      "x-publishable-api-key": shop.publishableKey,
      "x-medusa-locale": "th-TH",
      ...headers,
    },
  })

const failAtOnce = async (kind: string, headers?: Record<string, string>) => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  return postRaw(
    `/store/payment-collections/${collection}/payment-sessions`,
    { provider_id: THEIRS, data: { at_once: kind } },
    headers
  )
}

const failAtCompletion = async (
  kind: string,
  headers?: Record<string, string>
) => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const data = { at_completion: kind }
  const chosen = await buyer.choosePayment(collection, data, THEIRS)
  expect(chosen.status).toBe(200)
  return postRaw(`/store/carts/${cart.id}/complete`, {}, headers)
}

const failOurs = async (headers?: Record<string, string>) => {
  const { id } = await buyer.checkout(variant)
  sandbox.addFault({ kind: "server_error", times: Infinity })
  const answer = await postRaw(`/store/carts/${id}/complete`, {}, headers)
  sandbox.clearFaults()
  return answer
}

describe.each([
  ["a payment session", failAtOnce],
  ["a completion", failAtCompletion],
])("another provider's error at %s", (_, fail) => {
  it.each([
    [
      "declined",
      400,
      '{"code":"card_declined","type":"not_allowed","message":"Your card was declined."}',
    ],
    [
      // With our own sentence, which stays English: it is not our error.
      "down",
      500,
      '{"code":"their_gateway_is_down","type":"unexpected_state","message":"Payment service is temporarily under maintenance. Please try again later."}',
    ],
  ])("arrives byte for byte: %s", async (kind, status, text) => {
    const answer = await fail(kind)
    expect(answer.status).toBe(status)
    expect(answer.data).toBe(text)
    expect(answer.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "content-length": String(Buffer.byteLength(text)),
    })
    expect(answer.headers).not.toHaveProperty("retry-after")
    expect(answer.headers).not.toHaveProperty("content-language")
  })

  it("reaches the merchant's own error handler, whose answer stays as it is", async () => {
    const answer = await fail("declined", { "x-handler": "own" })
    expect(answer.status).toBe(418)
    expect(answer.data).toBe(
      '{"seen":"card_declined","says":"Your card was declined."}'
    )
  })
})

it("leaves another provider's bug to Medusa", async () => {
  const atOnce = await failAtOnce("bug")
  expect(atOnce.status).toBe(500)
  expect(atOnce.data).toBe(
    '{"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."}'
  )
  const atCompletion = await failAtCompletion("bug")
  expect(atCompletion.status).toBe(200)
  expect(JSON.parse(atCompletion.data)).toMatchObject({
    type: "cart",
    error: { type: "payment_authorization_error" },
  })
})

it("gives our errors to the merchant's own error handler, with their code", async () => {
  const answer = await failOurs({ "x-handler": "own" })
  expect(answer.status).toBe(418)
  expect(JSON.parse(answer.data)).toEqual({
    seen: "one2pays_unavailable",
    says: expect.stringContaining(UNAVAILABLE.en),
  })
  expect(answer.headers).not.toHaveProperty("retry-after")
})

it("speaks the customer's language in the answer of a merchant's handler that passes our error on", async () => {
  const answer = await failOurs({ "x-handler": "passing-on" })
  expect(answer.status).toBe(503)
  expect(answer.headers).toMatchObject({
    "retry-after": "15",
    "content-language": "th",
  })
  expect(JSON.parse(answer.data)).toEqual({
    code: "one2pays_unavailable",
    type: "unexpected_state",
    message: expect.stringContaining(UNAVAILABLE.th),
    ticket: "T-1",
  })
})

describe.each(["th", "en"] as const)("every surface in %s", (locale) => {
  const speaking = () => buyer.speaking(locale)

  it("refuses a payer at the payment session", async () => {
    const cart = await buyer.fillCart(variant)
    const refused = await speaking().choosePayment(
      await buyer.startPayment(cart.id),
      {
        payment_method: "promptpay",
        payer: {
          account_name: "x",
          account_number: "12",
          bank_code: "004",
        },
      }
    )
    expect(refused.status).toBe(400)
    expect(refused.data.code).toBe("one2pays_payer_invalid")
    expect(refused.data.message).toContain(PAYER_INVALID[locale])
    expect(refused.headers["content-language"]).toBe(locale)
    expect(refused.headers).not.toHaveProperty("retry-after")
  })

  it("is sorry at the completion", async () => {
    const { id } = await buyer.checkout(variant)
    sandbox.addFault({ kind: "unavailable", times: Infinity })
    const failed = await speaking().complete(id)
    expect(failed.status).toBe(503)
    expect(failed.data).toEqual({
      code: "one2pays_unavailable",
      type: "unexpected_state",
      message: expect.stringContaining(UNAVAILABLE[locale]),
    })
    expect(failed.headers).toMatchObject({
      "retry-after": "15",
      "content-language": locale,
    })
    sandbox.clearFaults()
  })

  it("says what to do at the order's payment", async () => {
    const orderId = await buyer.placeOrder(variant)
    const shown = await speaking().payment(orderId)
    expect(shown.data.payment).toMatchObject({ message: AWAITING[locale] })
    const unknown = await speaking().payment("order_unknown")
    expect(unknown.status).toBe(404)
    expect(JSON.stringify(unknown.data)).not.toMatch(/sk_|sandbox|payer/)
  })
})

it.each(["server_error", "refused"] as const)(
  "asks a gateway that fails always (%s) no more than three times for each thing, in all layers together",
  async (kind) => {
    const { id } = await buyer.checkout(variant)
    sandbox.addFault({ kind, times: Infinity })
    const { result: failed, pausedMs } = await clock.skipPauses(() =>
      buyer.complete(id)
    )
    expect(failed.data.code).toBe("one2pays_unavailable")
    expect(pausedMs).toBeGreaterThan(0)
    expect(pausedMs).toBeLessThan(10_000)
    expect(sandbox.callCounts()).toEqual({
      "payments.create": 3,
      "payments.by_reference": 3,
    })
    sandbox.clearFaults()
    orderIdOf(await buyer.complete(id))
  }
)

it("writes one line of its own for a failed completion, with what the gateway's support asks for", async () => {
  const logger = shop.resolve(ContainerRegistrationKeys.LOGGER)
  const error = jest.spyOn(logger, "error")
  const warn = jest.spyOn(logger, "warn")
  try {
    const { id } = await buyer.checkout(variant)
    sandbox.setActive(false)
    // Else a database that answers late on a busy machine would be in the log, too.
    clock.stop()
    await buyer.complete(id)
    const ours = [...error.mock.calls, ...warn.mock.calls]
      .map(([line]) => String(line))
      .filter((line) => line.startsWith("[one2pays]"))
    expect(ours).toEqual([
      expect.stringMatching(
        /^\[one2pays\] the payment of order (order_\w+) could not be opened: .* code=FORBIDDEN status=403 outcome=refused tries=1 reference=\1 idempotency_key=[0-9a-f-]{36} message="[^"]+"$/
      ),
    ])
    expect(warn).not.toHaveBeenCalled()
  } finally {
    error.mockRestore()
    warn.mockRestore()
    sandbox.setActive(true)
  }
})

it("asks a gateway that is under maintenance once", async () => {
  const { id } = await buyer.checkout(variant)
  sandbox.setMaintenance(true)
  const refused = await buyer.complete(id)
  expect(refused.data.code).toBe("one2pays_maintenance")
  expect(sandbox.callCounts()).toEqual({ "payments.create": 1 })
  await shop.endMaintenance()
})

it("tells the customer how long the gateway itself asks to wait", async () => {
  const { id } = await buyer.checkout(variant)
  clock.beforePause()
  sandbox.setRateLimit(0)
  const busy = await buyer.complete(id)
  expect(busy.data.code).toBe("one2pays_busy")
  // The sandbox's window is a minute; our own wait would be 10 s.
  expect(Number(busy.headers["retry-after"])).toBeGreaterThan(50)
  expect(Number(busy.headers["retry-after"])).toBeLessThanOrEqual(60)
  expect(sandbox.callCounts()).toEqual({ "payments.create": 1 })
})
