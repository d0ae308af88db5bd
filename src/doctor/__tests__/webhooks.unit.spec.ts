import { createHmac } from "node:crypto"
import { isWebhook, readDelivery, type Delivery } from "../webhooks/delivery"
import { judgeDeliveries } from "../webhooks/judge-deliveries"

const SETTINGS = {
  secretKey: "sk_test_1",
  webhookSecrets: ["old secret", "webhook secret"],
}
const BODY = JSON.stringify({ event: "payment.received", paymentId: "1" })

const hmac = (secret: string, text: string) =>
  `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`

function delivery({
  body = BODY,
  stamp = "1700000000000",
  signature = hmac("webhook secret", `${stamp}.${body}`),
  at = 0,
} = {}): Delivery {
  return {
    at,
    headers: {
      "x-webhook-signature": signature,
      "x-webhook-timestamp": stamp,
    },
    rawBody: Buffer.from(body),
  }
}

const keys = (...deliveries: Delivery[]) =>
  judgeDeliveries(deliveries, SETTINGS).map(({ key }) => key)

describe("a webhook", () => {
  it("tells which secret fits, however old it is", () => {
    expect(judgeDeliveries([delivery()], SETTINGS)).toEqual([
      { key: "webhook_signed", values: { count: "1", secret: "2" } },
      { key: "webhook_flat", values: { events: "payment.received" } },
    ])
  })

  it.each([
    ["webhook_api_secret", hmac("sk_test_1", `1700000000000.${BODY}`)],
    ["webhook_recipe", hmac("webhook secret", BODY)],
    ["webhook_recipe", hmac("webhook secret", `1700000000000${BODY}`)],
    ["webhook_recipe", hmac("sk_test_1", BODY)],
    ["webhook_mismatch", hmac("another", `1700000000000.${BODY}`)],
  ])("signed otherwise is %s", (key, signature) => {
    expect(keys(delivery({ signature }))).toContain(key)
  })

  it("without the headers names those that are like them", () => {
    const headers = { "x-hub-signature": "secret", host: "shop" }
    expect(
      judgeDeliveries(
        [{ at: 0, headers, rawBody: Buffer.from("{}") }],
        SETTINGS
      )
    ).toEqual([
      { key: "webhook_unsigned", values: { headers: "x-hub-signature" } },
      { key: "webhook_unreadable", values: {} },
    ])
  })

  it("has a flat form or an envelope", () => {
    const body = JSON.stringify({ type: "payout.paid", data: { id: "1" } })
    expect(keys(delivery({ body }))).toContain("webhook_envelope")
  })

  it("that comes again was signed anew, or not, soon or late", () => {
    const later = (at: number, stamp?: string) => delivery({ at, stamp })
    expect(keys(delivery(), later(1_000))).toEqual(
      expect.arrayContaining(["webhook_again", "webhook_signed_once"])
    )
    expect(keys(delivery(), later(310_000, "1700000310000"))).toEqual(
      expect.arrayContaining(["webhook_again_late", "webhook_signed_anew"])
    )
  })
})

describe("a webhook of another form", () => {
  it("is named where its time is not in milliseconds", () => {
    expect(keys(delivery({ stamp: "1700000000" }))).toContain(
      "webhook_timestamp"
    )
    expect(keys(delivery())).not.toContain("webhook_timestamp")
  })

  it("that was written anew for its repetition is the same event", () => {
    const first = { id: "evt_1", type: "payment.succeeded", data: { id: "1" } }
    const body = JSON.stringify(first)
    const again = JSON.stringify({ ...first, attempt: 2 })
    expect(
      keys(delivery({ body }), delivery({ body: again, at: 1_000 }))
    ).toContain("webhook_again")
    const other = JSON.stringify({ ...first, id: "evt_2" })
    expect(keys(delivery({ body }), delivery({ body: other }))).not.toContain(
      "webhook_again"
    )
  })

  it("is told from what else comes to an open port", () => {
    const probe = { at: 0, headers: {}, rawBody: Buffer.from("x=1") }
    expect(isWebhook(probe)).toBe(false)
    expect(isWebhook({ ...probe, rawBody: Buffer.from(BODY) })).toBe(true)
    expect(isWebhook({ ...probe, headers: { "x-hub-signature": "1" } })).toBe(
      true
    )
  })
})

describe("a saved webhook", () => {
  it("fits with the end of line that an editor gave it", () => {
    const { headers } = delivery()
    const http = `X-Webhook-Signature: ${headers["x-webhook-signature"]}\nX-Webhook-Timestamp: 1700000000000\n\n${BODY}\n`
    expect(keys(readDelivery(Buffer.from(http))!)).toContain("webhook_signed")
  })

  it("is read as HTTP and as JSON, byte by byte", () => {
    const body = '{"event":"payment.received","name":"สมชาย"}'
    const { headers } = delivery({ body })
    const http = `POST /hooks/one2pays HTTP/1.1\r\nX-Webhook-Signature: ${headers["x-webhook-signature"]}\r\nX-Webhook-Timestamp: 1700000000000\r\n\r\n${body}`
    const json = JSON.stringify({ headers, body })
    for (const file of [http, http.replace(/\r/g, ""), json]) {
      const read = readDelivery(Buffer.from(file))
      expect(keys(read!)).toContain("webhook_signed")
    }
  })

  it("is refused where it is neither", () => {
    expect(readDelivery(Buffer.from("hello"))).toBeNull()
    expect(readDelivery(Buffer.from('{"body":1}'))).toBeNull()
  })
})
