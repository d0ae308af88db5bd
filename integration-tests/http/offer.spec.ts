import { PAYER } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import { startAnew } from "../setup/service-beside"

const shop = openShop({ webhooks: false, env: PAYOUT_LIMITS })
const { variant, buyer, desk, sandbox } = shop
const acts = orderActs(shop)

const NARROW = { minAmount: "50.25", maxAmount: 1000, banks: ["004", "014"] }
const WIDE = { minAmount: undefined, maxAmount: undefined, banks: undefined }

const BELOW = /THB 50\.25\./
const ABOVE = /THB 1,000\.00\./

let cheap: string
let dear: string

beforeAll(async () => {
  cheap = await shop.sell(50.24)
  dear = await shop.sell(1000.01)
})
beforeEach(() => startAnew(shop.getContainer(), NARROW))
afterEach(() => startAnew(shop.getContainer(), WIDE))

const offer = async (query = "", who = buyer) =>
  (await who.get(`/store/one2pays/payment-methods${query}`)).data

it("tells what it takes", async () => {
  expect(await offer()).toEqual({
    payment_methods: ["promptpay", "bank_transfer"],
    banks: ["004", "014"],
    min_amount: 50.25,
    max_amount: 1000,
    unavailable: null,
  })
  for (const fits of ["50.25", "1000"]) {
    expect((await offer(`?amount=${fits}`)).unavailable).toBeNull()
  }
})

it.each([
  ["50.24", "one2pays_amount_below_min", BELOW, "ขั้นต่ำ 50.25 บาท"],
  ["1000.01", "one2pays_amount_above_max", ABOVE, "สูงสุด 1,000.00 บาท"],
])("says why it takes no THB %s", async (amount, code, english, thai) => {
  expect(await offer(`?amount=${amount}`)).toMatchObject({
    payment_methods: [],
    unavailable: { code, message: expect.stringMatching(english) },
  })
  expect(await offer(`?amount=${amount}`, buyer.speaking("th"))).toMatchObject({
    unavailable: { message: expect.stringContaining(thai) },
  })
})

it("asks for an amount that is one", async () => {
  expect(
    (await buyer.get("/store/one2pays/payment-methods?amount=x")).status
  ).toBe(400)
})

it.each([
  ["below", () => cheap, "one2pays_amount_below_min", BELOW],
  ["above", () => dear, "one2pays_amount_above_max", ABOVE],
])(
  "refuses a session over an amount %s its bounds, before there is an order",
  async (_, bought, code, message) => {
    const cart = await buyer.fillCart(bought())
    const collection = await buyer.startPayment(cart.id)
    expect(await buyer.choosePayment(collection)).toMatchObject({
      status: 400,
      data: { code, message: expect.stringMatching(message) },
    })
    expect(sandbox.callCounts()).toEqual({})
  }
)

it("refuses an order that was chosen before the bounds were set", async () => {
  const { id } = await buyer.checkout(variant)
  await startAnew(shop.getContainer(), { maxAmount: 249 })
  expect(await buyer.complete(id)).toMatchObject({
    status: 400,
    data: {
      code: "one2pays_amount_above_max",
      message: expect.stringContaining("THB 249.00."),
    },
  })
  expect(sandbox.payments.list()).toEqual([])
})

it("keeps an open QR when the customer chooses again over an amount that it takes no longer", async () => {
  const orderId = await acts.place()
  const [collection] = await acts.collectionsOf(orderId)
  await startAnew(shop.getContainer(), { minAmount: 300 })
  expect(await buyer.choosePayment(collection!.id)).toMatchObject({
    status: 400,
    data: { code: "one2pays_amount_below_min" },
  })
  expect(acts.asked()).toEqual(["250.00"])
})

it("gives up on an order that was edited below its bounds, and follows the others", async () => {
  const small = [await acts.place(3), await acts.place(3), await acts.place(3)]
  const large = await acts.place(3)
  await startAnew(shop.getContainer(), { minAmount: 600 })
  for (const orderId of small) {
    await acts.edit(orderId, 1)
  }
  await acts.edit(large, 4)
  await shop.reconcile()
  await shop.reconcile()
  expect(acts.asked()).toEqual(["1000.00"])
  expect(await shop.one2pays.payments.listOrdersToFollow(10)).toEqual([])
})

it("refuses the account of another bank, and takes one of its own", async () => {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  const choose = (bank_code: string) =>
    buyer.choosePayment(collection, {
      payment_method: "promptpay",
      payer: { ...PAYER, bank_code },
    })
  expect(await choose("006")).toMatchObject({
    status: 400,
    data: {
      code: "one2pays_bank_refused",
      message: expect.stringContaining("choose another bank"),
    },
  })
  expect((await choose("014")).status).toBe(200)
})

it("pays out to its banks alone", async () => {
  expect(await desk.ask({ amount: 100, bank_code: "006" })).toMatchObject({
    status: 400,
    data: { message: expect.stringMatching(/^bank_code: .*options\.banks/) },
  })
  expect((await desk.ask({ amount: 100, bank_code: "014" })).status).toBe(201)
  const { data } = await desk.maker.get("/admin/one2pays/balance")
  expect(data.payout_banks).toEqual(["004", "014"])
})

it("names the gateway's own bound where the shop has set none", async () => {
  await startAnew(shop.getContainer(), WIDE)
  await shop.replaceSandbox({ readings: ["bounded-amounts"] })
  const { id } = await buyer.checkout(await shop.sell(49.99))
  expect(await buyer.complete(id)).toMatchObject({
    status: 400,
    data: {
      code: "one2pays_amount_below_min",
      message: expect.stringContaining("THB 50.00."),
    },
  })
})
