import { Modules } from "@medusajs/framework/utils"
import { fewestQueries } from "../setup/count-queries"
import { openShop } from "../setup/open-shop"
import { writePayment } from "../setup/payment-rows"

interface Listed {
  id: string
  reference_id: string
  amount: number
  received: number | null
  order: { display_id: number; email: string; customer_name: string } | null
}

const shop = openShop({ price: null })
const { admin, sql } = shop

const PATH = "/admin/one2pays/payments"

const list = async (query = "") => {
  const { status, data } = await admin.get(`${PATH}${query}`)
  expect(status).toBe(200)
  return data as unknown as { payments: Listed[]; count: number }
}

const references = async (query = "") =>
  (await list(query)).payments.map(({ reference_id }) => reference_id)

const search = (text: string) => references(`?q=${encodeURIComponent(text)}`)

/** An answer that is no JSON. */
const textOf = (data: unknown) => data as string

const write = (row: object) => writePayment(shop.getContainer(), row)

/** An order of a customer with this name. */
async function orderOf(first_name: string, email: string) {
  const customer = await shop
    .resolve(Modules.CUSTOMER)
    .createCustomers({ first_name, last_name: "Rak", email })
  return shop.resolve(Modules.ORDER).createOrders({
    currency_code: "thb",
    items: [],
    email,
    customer_id: customer.id,
  })
}

beforeEach(() => sql("delete from one2pays_payment"))

it("shows whose money each is, what is due and what came, and no account number", async () => {
  const order = await orderOf("Malee", "malee@example.com")
  await write({
    reference_id: order.id,
    order_id: order.id,
    amount: "1290.50",
    asked_amount: "1290.53",
    state: "succeeded",
    settled_at: "2026-11-21T09:00:00Z",
  })
  await write({ reference_id: "gone", order_id: "order_gone", state: "open" })
  const { payments, count } = await list("?order=-amount")
  expect(count).toBe(2)
  expect(payments).toMatchObject([
    {
      amount: 1290.5,
      received: 1290.53,
      payer: { account_name: "Somsri", bank_code: "004", last4: "7890" },
      order: {
        display_id: order.display_id,
        email: "malee@example.com",
        customer_name: "Malee Rak",
      },
    },
    { reference_id: "gone", received: null, order: null },
  ])
  expect(JSON.stringify(payments)).not.toMatch(/sealed|1234567890/)

  await sql(
    `insert into one2pays_movement (id, kind, amount, raw_amount, moved_at, payment_id, key)
     select 'o2pmv_1', 'received', 1290.53, '{}', '2026-11-21T08:59:00Z', id, 'received' from one2pays_payment where order_id = ?`,
    [order.id]
  )
  const { data } = await admin.get(`${PATH}/${payments[0]!.id}`)
  expect(data.payment).toEqual({
    ...payments[0],
    money: [{ at: "2026-11-21T08:59:00.000Z", amount: 1290.53 }],
  })
})

it("finds a payment by all that staff may know of it", async () => {
  const order = await orderOf("Preecha", "preecha@example.com")
  await write({
    reference_id: order.id,
    order_id: order.id,
    gateway_payment_id: "pay_gateway_one",
    payer_name: "ปรีชา มั่นคง",
    payer_last4: "4321",
    amount: "1290.50",
    asked_amount: "1290.53",
  })
  await write({
    reference_id: "wrong_amount",
    amount: "77.00",
    state: "succeeded",
    issue: "amount_mismatch",
    issue_message: {
      key: "other_amount",
      values: { received: "2500.00", expected: "77.00" },
    },
  })
  for (const text of [
    `#${order.display_id}`,
    "preecha@exam",
    "Preecha",
    "ปรีชา",
    "4321",
    order.id,
    order.id.slice(8, 20),
    "pay_gateway_one",
    "1290.5",
    "฿1,290.50",
    "1290.53",
  ]) {
    expect({ text, found: await search(text) }).toEqual({
      text,
      found: [order.id],
    })
  }
  expect(await search("77")).toEqual(["wrong_amount"])
  expect(await search("2,500")).toEqual(["wrong_amount"])
  expect(await search("1290")).toEqual([])
  expect(await search("%")).toEqual([])
})

it("the filter of a state finds what looks so to staff, and every payment looks like something", async () => {
  const [past, future] = ["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"]
  const resolved = { issue: "paid_twice", resolved_at: past }
  const OF = {
    preparing: [{ state: "initiated" }, { state: "creating" }],
    awaiting: [{ state: "open" }, { state: "open", expires_at: future }],
    canceling: [
      { state: "open", expires_at: past, cancel_requested_at: past },
      { state: "creating", cancel_requested_at: past },
    ],
    expired: [{ state: "expired" }, { state: "open", expires_at: past }],
    failed: [{ state: "failed" }],
    canceled: [{ state: "canceled", cancel_requested_at: past }],
    arrived: [{ state: "succeeded" }, { state: "succeeded", ...resolved }],
    paid: [
      { state: "succeeded", settled_at: past },
      { state: "succeeded", settled_at: past, ...resolved },
      {
        state: "succeeded",
        settled_at: past,
        issue: "paid_twice",
        paying_back_since: past,
      },
    ],
    review: [
      { state: "succeeded", issue: "paid_twice" },
      { state: "succeeded", settled_at: past, issue: "refund_missing" },
    ],
  }
  for (const [status, rows] of Object.entries(OF)) {
    for (const [index, row] of rows.entries()) {
      await write({ ...row, reference_id: `${status} ${index}` })
    }
  }
  for (const [status, rows] of Object.entries(OF)) {
    const found = await references(`?status=${status}`)
    expect(found.sort()).toEqual(rows.map((_, index) => `${status} ${index}`))
  }
  const all = Object.values(OF).flat().length
  const each = Object.keys(OF).map((status) => `status=${status}`)
  expect(await list(`?${each.join("&")}`)).toMatchObject({ count: all })
  expect(await list("?initiated=false")).toMatchObject({ count: all - 1 })
  expect(await references("?initiated=true")).toEqual(["preparing 0"])
})

it("filters by method, and by the days of Thailand on which they were made and paid", async () => {
  await write({
    reference_id: "transfer",
    payment_method: "bank_transfer",
    created_at: "2026-11-20T16:59:59.999Z",
  })
  await write({
    reference_id: "late",
    state: "succeeded",
    created_at: "2026-11-20T17:00:00Z",
    settled_at: "2026-11-21T16:59:59.9995Z",
  })
  await write({
    reference_id: "next",
    state: "succeeded",
    created_at: "2026-11-21T12:00:00Z",
    settled_at: "2026-11-21T17:00:00Z",
  })
  const day = (name: string) => `?${name}_from=2026-11-21&${name}_to=2026-11-21`
  expect(await references(day("paid"))).toEqual(["late"])
  expect(await references(day("created"))).toEqual(["next", "late"])
  expect(await references("?payment_method=bank_transfer")).toEqual([
    "transfer",
  ])
  expect(await references("?limit=1&offset=1")).toEqual(["late"])
})

it("asks the database as often for many as for one", async () => {
  const order = await orderOf("Anong", "anong@example.com")
  const cost = () =>
    fewestQueries(shop.getContainer(), () => list("?limit=100&q=anong@example"))
  await write({ reference_id: "one", order_id: order.id })
  await cost()
  const ofOne = await cost()
  for (let count = 0; count < 20; count++) {
    await write({ reference_id: `more ${count}`, order_id: order.id })
  }
  expect(await list("?q=anong@example")).toMatchObject({ count: 21 })
  expect(await cost()).toBe(ofOne)
})

it("is exported as the filters find it, with numbers and customers, for a spreadsheet", async () => {
  const order = await orderOf("=Boonmee", "boonmee@example.com")
  await write({
    id: "o2ppay_1",
    reference_id: order.id,
    order_id: order.id,
    amount: "1290.50",
    state: "succeeded",
    created_at: "2026-11-20T17:00:00Z",
    settled_at: "2026-11-20T18:00:00Z",
  })
  await write({ id: "o2ppay_2", reference_id: "open", state: "open" })
  const { data, headers } = await admin.get(`${PATH}/export?status=paid`)
  expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
  const [columns, row, ...rest] = textOf(data).split("\r\n")
  expect(rest).toEqual([""])
  const cells = row!.split(",")
  const paid = Object.fromEntries(
    columns!
      .replace("\ufeff", "")
      .split(",")
      .map((name, index) => [name, cells[index]])
  )
  expect(paid).toMatchObject({
    order_number: `#${order.display_id}`,
    customer_name: "'=Boonmee Rak",
    customer_email: "boonmee@example.com",
    payer_name: "Somsri",
    payer_bank_code: "004",
    payer_last4: "7890",
    amount: "1290.50",
    received: "1290.50",
    status: "paid",
    settled_at: "2026-11-21T01:00:00.000+07:00",
  })
  expect(textOf(data)).not.toContain("sealed")
  const all = await admin.get(`${PATH}/export`)
  expect(textOf(all.data).split("\r\n")[1]).toMatch(/^o2ppay_2,/)
})

it.each([
  ["status=great", "status"],
  ["payment_method=cash", "payment_method"],
  ["paid_from=yesterday", "paid_from"],
  ["initiated=1", "initiated"],
])("names the part of the query that is wrong: ?%s", async (query, name) => {
  for (const path of [PATH, `${PATH}/export`]) {
    const refused = await admin.get(`${path}?${query}`)
    expect(refused.status).toBe(400)
    expect(refused.data.message).toContain(name)
  }
})
