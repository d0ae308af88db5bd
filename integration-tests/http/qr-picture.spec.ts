import { PNG } from "pngjs"
import { emvFields, readQr } from "../browser/qr"
import { openShop } from "../setup/open-shop"
import { untilPayableAnew } from "../setup/order"
import { reopenWindow } from "../setup/request-window"

interface PictureAnswer {
  status: number
  data: Buffer
  headers: Record<string, string>
}

const shop = openShop({ price: 1290.5 })
const { variant, buyer, sandbox, clock, sql } = shop

/** As a mail reader loads an image: no key, no cookie. */
const load = (
  orderId: string,
  { query = "", headers = {}, prefix = "" } = {}
): Promise<PictureAnswer> =>
  shop.api.get(`${prefix}/one2pays/orders/${orderId}/qr.png${query}`, {
    responseType: "arraybuffer",
    validateStatus: () => true,
    headers,
  })

const hasQr = ({ data }: PictureAnswer) => {
  try {
    return readQr(data).length > 0
  } catch {
    return false
  }
}

it("shows a mail reader, which has no key, the QR of the order's amount", async () => {
  const orderId = await buyer.placeOrder(variant)
  const picture = await load(orderId)
  expect(picture.status).toBe(200)
  expect(picture.headers["content-type"]).toBe("image/png")
  expect(picture.headers["cross-origin-resource-policy"]).toBe("cross-origin")
  const payload = readQr(picture.data)
  expect(emvFields(payload)["54"]).toBe("1290.50")
  const shown = await buyer.payment(orderId)
  expect(shown.data.payment).toMatchObject({
    next_action: { qr_payload: payload },
  })
})

it("is a card with the band of Thai QR, and the sign in its place has its size", async () => {
  const orderId = await buyer.placeOrder(variant)
  const shapeOf = ({ data }: PictureAnswer) => {
    const { width, height } = PNG.sync.read(data)
    return [width, height]
  }
  const card = await load(orderId)
  expect(shapeOf(card)).toEqual([480, 747])
  expect([...PNG.sync.read(card.data).data.subarray(0, 3)]).toEqual([
    17, 53, 102,
  ])
  sandbox.payments.expire(orderId)
  await untilPayableAnew(buyer, orderId)
  expect(shapeOf(await load(orderId))).toEqual([480, 747])
})

it("shows the same below /store, where Medusa asks for the publishable key", async () => {
  const orderId = await buyer.placeOrder(variant)
  const headers = { "x-publishable-api-key": shop.publishableKey }
  const picture = await load(orderId, { prefix: "/store", headers })
  expect(picture.status).toBe(200)
  expect(picture.data.equals((await load(orderId)).data)).toBe(true)
  expect((await load(orderId, { prefix: "/store" })).status).toBe(400)
})

it.each([
  ["", 480],
  ["?size=200", 200],
  ["?size=1", 120],
  ["?size=99999", 1000],
  ["?size=-5", 480],
  ["?size=1e3", 480],
  ["?size=200&size=300", 480],
])(
  "is as wide as a mail asks for, within bounds (%s: %i)",
  async (query, width) => {
    const orderId = await buyer.placeOrder(variant)
    const { data } = await load(orderId, { query })
    expect(PNG.sync.read(data).width).toBe(width)
    expect(emvFields(readQr(data))["54"]).toBe("1290.50")
  }
)

it("may be kept for a minute and is answered 304 while it is the same", async () => {
  const orderId = await buyer.placeOrder(variant)
  const first = await load(orderId)
  expect(first.headers["cache-control"]).toBe("public, max-age=60")
  const headers = { "if-none-match": first.headers.etag! }
  expect((await load(orderId, { headers })).status).toBe(304)
  expect((await load(orderId, { headers, query: "?size=200" })).status).toBe(
    200
  )

  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  expect((await load(orderId, { headers })).status).toBe(200)
})

it("may not be kept longer than it can be paid", async () => {
  const orderId = await buyer.placeOrder(variant)
  clock.stop()
  await sql("update one2pays_payment set expires_at = ? where order_id = ?", [
    new Date(clock.now() + 20_000).toISOString(),
    orderId,
  ])
  const picture = await load(orderId)
  expect(picture.headers["cache-control"]).toBe("public, max-age=20")
  expect(hasQr(picture)).toBe(true)
})

it("asks nobody to pay a paid order again", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  const picture = await load(orderId)
  expect(picture.status).toBe(200)
  expect(picture.headers["content-type"]).toBe("image/png")
  expect(hasQr(picture)).toBe(false)
})

it("shows no QR of a payment that has ended, and the next one's when there is one", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.expire(orderId)
  await untilPayableAnew(buyer, orderId)
  expect(hasQr(await load(orderId))).toBe(false)

  await buyer.payAgain(orderId)
  expect(emvFields(readQr((await load(orderId)).data))["54"]).toBe("1290.50")
})

it("is another sign once the order was paid by other means, not that of one that is not paid", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.expire(orderId)
  await untilPayableAnew(buyer, orderId)
  const unpaid = await load(orderId)
  await shop.payOtherwise(orderId)
  const paid = await load(orderId)
  expect(paid.status).toBe(200)
  expect(paid.headers.etag).not.toBe(unpaid.headers.etag)
  expect(Buffer.from(paid.data)).not.toEqual(Buffer.from(unpaid.data))
})

it("is an ordinary 404 for an order that there is not", async () => {
  const missing = await load("order_01JAAAAAAAAAAAAAAAAAAAAAAA")
  expect(missing.status).toBe(404)
  expect(missing.headers["cache-control"]).toBe("no-store")
})

it("is drawn thirty times a minute for an order, and takes nothing from the gateway's rate", async () => {
  const [orderId, other] = [
    await buyer.placeOrder(variant),
    await buyer.placeOrder(variant),
  ]
  sandbox.resetCalls()
  const answers = []
  for (let n = 0; n < 31; n++) {
    answers.push(await load(orderId, { query: `?size=${200 + n}` }))
    await reopenWindow(shop.getContainer(), orderId)
  }
  expect(answers.slice(0, 30).map(({ status }) => status)).toEqual(
    Array<number>(30).fill(200)
  )
  const refused = answers[30]!
  expect(refused.status).toBe(429)
  const seconds = Number(refused.headers["retry-after"])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  expect(refused.headers["cache-control"]).toBe("no-store")

  expect((await load(other)).status).toBe(200)
  const known = { "if-none-match": answers[0]!.headers.etag! }
  expect(
    (await load(orderId, { query: "?size=200", headers: known })).status
  ).toBe(304)
  expect(sandbox.callCounts()).toEqual({})
})

it("is counted in the database that all instances share, which forgets the counts", async () => {
  const orderId = await buyer.placeOrder(variant)
  await load(orderId)
  const counted = () =>
    sql<{ points: number }>(
      "select points from one2pays_rate_limit where key like ?",
      [`%${orderId}`]
    )
  expect(await counted()).toEqual([{ points: 1 }])
  await shop.one2pays.prune(100)
  expect(await counted()).toHaveLength(1)
  await sql(
    "update one2pays_rate_limit set expire = expire - 4000000 where key like ?",
    [`%${orderId}`]
  )
  await shop.one2pays.prune(100)
  expect(await counted()).toEqual([])
})
