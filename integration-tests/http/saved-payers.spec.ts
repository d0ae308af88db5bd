import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { removeCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import { orderIdOf, PAYER, PAYER_DIGITS } from "../setup/buyer"
import { registerCustomer, type Customer } from "../setup/customer"
import { openShop } from "../setup/open-shop"
import { untilPayableAnew } from "../setup/order"
import { secret } from "../setup/secrets"
import { PROVIDER_ID } from "../setup/shop"
import { until } from "../setup/until"

const OTHER_DIGITS = secret("account number", "9988775443")
const OTHER_PAYER = {
  account_name: secret("name", "สมหญิง รักดี"),
  account_number: OTHER_DIGITS,
  bank_code: "014",
}

interface Payer {
  id: string
  bank_code: string
  last4: string
  last_used_at: string
}

const shop = openShop({ carts: 0 })
const { variant, buyer: guest, sandbox, clock, sql } = shop

let somchai: Customer
let malee: Customer

beforeAll(async () => {
  somchai = await registerCustomer(shop.api, shop, "somchai@example.com")
  malee = await registerCustomer(shop.api, shop, "malee@example.com")
  await somchai.buyer.fillAhead(variant)
})

const remembered = (payer: object = PAYER) => ({
  payment_method: "promptpay",
  payer,
  save_payer: true,
})

const payersOf = async (customer: Customer): Promise<Payer[]> => {
  const answer = await customer.payers()
  expect(answer.status).toBe(200)
  return answer.data.payers as Payer[]
}

/** @returns the account that the customer had saved with an order */
async function saveWithOrder(
  customer: Customer,
  payer: object = PAYER
): Promise<Payer> {
  await customer.buyer.placeOrder(variant, remembered(payer))
  return (await payersOf(customer))[0]!
}

const sentToGateway = () =>
  sandbox
    .calls()
    .filter(({ endpoint }) => endpoint === "payments.create")
    .map(({ body }) => body as Record<string, unknown>)

const savedRows = () => sql("select * from one2pays_saved_payer")

const holders = () =>
  sql<{ email: string; data: Record<string, unknown> }>(
    "select * from account_holder"
  )

describe("saving", () => {
  it("saves nothing unless the customer asks for it", async () => {
    await somchai.buyer.placeOrder(variant)
    await somchai.buyer.placeOrder(variant, {
      ...remembered(),
      save_payer: "yes",
    })
    expect(await payersOf(somchai)).toEqual([])
    expect(await savedRows()).toEqual([])
  })

  it("offers what was saved with an order again: bank and last four digits, no more", async () => {
    await somchai.buyer.placeOrder(variant, remembered())
    expect(await payersOf(somchai)).toEqual([
      {
        id: expect.stringMatching(/^o2psp_/),
        bank_code: "004",
        last4: "7890",
        last_used_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ])
  })

  it("saves nothing before an order is placed, and nothing while the gateway has not taken it", async () => {
    const { id } = await somchai.buyer.checkout(variant, remembered())
    expect(await payersOf(somchai)).toEqual([])

    sandbox.addFault({
      kind: "unavailable",
      endpoint: "payments.create",
      times: Infinity,
    })
    const failed = await somchai.buyer.complete(id)
    expect(failed.data.code).toBe("one2pays_unavailable")
    expect(await payersOf(somchai)).toEqual([])

    sandbox.clearFaults()
    orderIdOf(await somchai.buyer.complete(id))
    expect(await payersOf(somchai)).toHaveLength(1)
  })

  it("keeps one of the same account, also when it is saved twice at the same time", async () => {
    await saveWithOrder(somchai)
    await Promise.all([
      saveWithOrder(somchai, { ...PAYER, account_number: PAYER_DIGITS }),
      saveWithOrder(somchai, { ...PAYER, account_name: "Somchai J." }),
      saveWithOrder(somchai, OTHER_PAYER),
      saveWithOrder(somchai, OTHER_PAYER),
    ])
    const payers = await payersOf(somchai)
    expect(payers.map(({ last4 }) => last4).sort()).toEqual(["5443", "7890"])
  })

  it("keeps ten, and gives up the one that was not used for the longest time", async () => {
    const first = await saveWithOrder(somchai)
    const second = await saveWithOrder(somchai, OTHER_PAYER)
    await somchai.buyer.placeOrder(variant, { saved_payer: first.id })
    const payments = shop.resolve(Modules.PAYMENT)
    for (let number = 1_000_000_000; number < 1_000_000_009; number++) {
      await payments.createPaymentMethods({
        provider_id: PROVIDER_ID,
        data: { payer: { ...PAYER, account_number: String(number) } },
        context: { account_holder: { data: { id: somchai.id } } },
      })
    }
    const ids = (await payersOf(somchai)).map(({ id }) => id)
    expect(ids).toHaveLength(10)
    expect(ids).toContain(first.id)
    expect(ids).not.toContain(second.id)
  })

  it("saves nothing for a guest, who can still pay", async () => {
    await guest.placeOrder(variant, remembered())
    expect(await savedRows()).toEqual([])
  })

  it("saves an account that is given with another try to pay an order", async () => {
    const orderId = await somchai.buyer.placeOrder(variant)
    sandbox.payments.expire(orderId)
    await untilPayableAnew(somchai.buyer, orderId)
    const again = await somchai.buyer.payAgain(orderId, remembered(OTHER_PAYER))
    expect(again.status).toBe(201)
    expect(await payersOf(somchai)).toMatchObject([{ last4: "5443" }])
  })
})

describe("paying from a saved account", () => {
  it("sends the gateway what was saved, and needs no typing", async () => {
    const { id } = await saveWithOrder(somchai)
    sandbox.resetCalls()
    await somchai.buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      saved_payer: id,
    })
    expect(sentToGateway()).toEqual([
      expect.objectContaining({
        customerBankAccountName: PAYER.account_name,
        // As the sandbox shows it.
        customerBankAccountNumber: "1234****7890",
        customerBankCode: "004",
      }),
    ])
    expect(await payersOf(somchai)).toHaveLength(1)
  })

  it("serves another try to pay an order, too", async () => {
    const { id } = await saveWithOrder(somchai, OTHER_PAYER)
    const orderId = await somchai.buyer.placeOrder(variant)
    sandbox.payments.expire(orderId)
    await untilPayableAnew(somchai.buyer, orderId)
    sandbox.resetCalls()
    const again = await somchai.buyer.payAgain(orderId, { saved_payer: id })
    expect(again.status).toBe(201)
    expect(sentToGateway()).toEqual([
      expect.objectContaining({
        customerBankAccountNumber: "9988****5443",
      }),
    ])
  })

  it.each([
    ["another customer", () => malee.buyer],
    ["a guest", () => guest],
  ])("is refused to %s who has its id", async (_, who) => {
    const { id } = await saveWithOrder(somchai)
    sandbox.resetCalls()
    const cart = await who().fillCart(variant)
    const collection = await who().startPayment(cart.id)
    const chosen = await who().choosePayment(collection, {
      payment_method: "promptpay",
      saved_payer: id,
    })
    expect(chosen.status).toBe(400)
    expect(chosen.data).toMatchObject({
      code: "one2pays_payer_invalid",
      message: expect.stringContaining("Saved account"),
    })
    expect(sentToGateway()).toEqual([])
  })

  it("is refused to another customer for their further try, too", async () => {
    const { id } = await saveWithOrder(somchai)
    const orderId = await malee.buyer.placeOrder(variant, {
      payment_method: "promptpay",
      payer: OTHER_PAYER,
    })
    sandbox.payments.expire(orderId)
    await untilPayableAnew(malee.buyer, orderId)
    const again = await malee.buyer.payAgain(orderId, { saved_payer: id })
    expect(again.status).toBe(400)
    expect(again.data.code).toBe("one2pays_payer_invalid")
  })

  it("is not asked for by null, as a form has it for another account that is typed", async () => {
    const typed = { payer: OTHER_PAYER, saved_payer: null }
    const orderId = await somchai.buyer.placeOrder(variant, {
      payment_method: "bank_transfer",
      ...typed,
      save_payer: true,
    })
    expect(await payersOf(somchai)).toMatchObject([{ last4: "5443" }])
    sandbox.payments.expire(orderId)
    await untilPayableAnew(somchai.buyer, orderId)
    sandbox.resetCalls()
    const again = await somchai.buyer.payAgain(orderId, typed)
    expect(again.data.payment).toMatchObject({
      payment_method: "bank_transfer",
    })
    expect(sentToGateway()).toEqual([
      expect.objectContaining({
        customerBankAccountNumber: "9988****5443",
      }),
    ])
  })

  it("leaves the payer that was given before in its place when null is all there is", async () => {
    const orderId = await somchai.buyer.placeOrder(variant)
    sandbox.payments.expire(orderId)
    await untilPayableAnew(somchai.buyer, orderId)
    const again = await somchai.buyer.payAgain(orderId, {
      payment_method: "bank_transfer",
      saved_payer: null,
    })
    expect(again.status).toBe(201)
  })

  it("shows its name with the checkout and the order, as docs and consent say", async () => {
    const { id } = await saveWithOrder(somchai)
    const orderId = await somchai.buyer.placeOrder(variant, {
      saved_payer: id,
    })
    await somchai.deletePayer(id)
    const { data } = await guest.get(
      `/store/orders/${orderId}?fields=*payment_collections.payment_sessions`
    )
    expect(JSON.stringify(data)).toContain(PAYER.account_name)
  })

  it.each([["o2psp_unknown"], [""], [7], [{ id: "x" }], [null]])(
    "answers 400 to %j",
    async (saved_payer) => {
      const cart = await somchai.buyer.fillCart(variant)
      const collection = await somchai.buyer.startPayment(cart.id)
      const chosen = await somchai.buyer.choosePayment(collection, {
        payment_method: "promptpay",
        saved_payer,
      })
      expect(chosen.status).toBe(400)
      expect(chosen.data.code).toBe("one2pays_payer_invalid")
    }
  )
})

describe("the list", () => {
  it("is for customers who are logged in, each their own", async () => {
    await saveWithOrder(somchai)
    expect(await payersOf(malee)).toEqual([])
    const anonymous = await guest.get("/store/one2pays/payers")
    expect(anonymous.status).toBe(401)
    expect(anonymous.data).not.toHaveProperty("payers")
  })

  it("is not for caches", async () => {
    const answer = await somchai.payers()
    expect(answer.headers["cache-control"]).toBe("no-store")
  })
})

describe("deleting", () => {
  it("removes an account for good", async () => {
    const { id } = await saveWithOrder(somchai)
    const deleted = await somchai.deletePayer(id)
    expect(deleted.status).toBe(200)
    expect(deleted.data).toEqual({
      id,
      object: "one2pays_payer",
      deleted: true,
    })
    expect(await payersOf(somchai)).toEqual([])
    expect(await savedRows()).toEqual([])
    expect((await somchai.deletePayer(id)).status).toBe(404)
  })

  it("answers 404 to another customer and 401 to a guest, and removes nothing", async () => {
    const { id } = await saveWithOrder(somchai)
    expect((await malee.deletePayer(id)).status).toBe(404)
    const anonymous = await shop.api.delete(`/store/one2pays/payers/${id}`, {
      validateStatus: () => true,
      headers: { "x-publishable-api-key": shop.publishableKey },
    })
    expect(anonymous.status).toBe(401)
    expect(await payersOf(somchai)).toHaveLength(1)
  })

  it("happens with the customer's account, whose account holder goes, too", async () => {
    await saveWithOrder(somchai)
    await saveWithOrder(malee, OTHER_PAYER)
    const open = await somchai.buyer.checkout(variant, remembered())
    await removeCustomerAccountWorkflow(shop.getContainer()).run({
      input: { customerId: somchai.id },
    })
    await until(savedRows, (rows) => rows.length === 1)
    expect(await payersOf(malee)).toHaveLength(1)

    const left = await until(holders, (all) => all.length === 1)
    expect(left[0]!.email).toBe("malee@example.com")

    // A payment that was open then saves nothing any more.
    orderIdOf(await guest.complete(open.id))
    expect(await savedRows()).toHaveLength(1)
  })

  it("is not undone by an order for which the gateway is still being asked", async () => {
    const open = await somchai.buyer.checkout(variant, remembered())
    const delayMs = 2000
    sandbox.addFault({
      kind: "slow",
      endpoint: "payments.create",
      delayMs,
    })
    clock.stop()
    const placing = guest.complete(open.id)
    await until(
      () => sandbox.payments.list(),
      (made) => made.length === 1
    )
    await removeCustomerAccountWorkflow(shop.getContainer()).run({
      input: { customerId: somchai.id },
    })
    await until(
      () =>
        sql("select id from one2pays_payment where remember_for is not null"),
      (wanted) => wanted.length === 0
    )
    clock.advance(delayMs)
    orderIdOf(await placing)
    expect(await savedRows()).toEqual([])
  })

  it("happens by itself after thirteen months without use", async () => {
    const kept = await saveWithOrder(somchai, OTHER_PAYER)
    const old = await saveWithOrder(somchai)
    await sql(
      "update one2pays_saved_payer set last_used_at = now() - interval '401 days' where id = ?",
      [old.id]
    )
    await sql(
      "update one2pays_saved_payer set last_used_at = now() - interval '399 days' where id = ?",
      [kept.id]
    )
    expect((await shop.one2pays.prune(100)).saved_payers).toBe(1)
    expect(await payersOf(somchai)).toMatchObject([{ id: kept.id }])
  })
})

describe("secrecy", () => {
  it("keeps number and name out of every answer, and the number out of every table", async () => {
    const cart = await somchai.buyer.fillCart(variant)
    const collection = await somchai.buyer.startPayment(cart.id)
    const chosen = await somchai.buyer.choosePayment(collection, remembered())
    const orderId = orderIdOf(await somchai.buyer.complete(cart.id))
    const { id } = (await payersOf(somchai))[0]!
    const again = await somchai.buyer.checkout(variant, { saved_payer: id })
    const answers = [
      chosen,
      await somchai.payers(),
      await somchai.buyer.get(
        `/store/carts/${again.id}?fields=*payment_collection.payment_sessions`
      ),
      await guest.get(
        `/store/orders/${orderId}?fields=*payment_collections.payment_sessions`
      ),
      await somchai.buyer.get("/store/customers/me"),
      await somchai.deletePayer(id),
    ]
    for (const { status, data } of answers) {
      expect(status).toBe(200)
      expect(JSON.stringify(data)).not.toContain(PAYER_DIGITS)
      expect(JSON.stringify(data)).not.toContain(PAYER.account_number)
    }
    expect(JSON.stringify(answers[1]!.data)).not.toContain(PAYER.account_name)

    await saveWithOrder(somchai)
    const tables = await sql<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public'"
    )
    expect(tables.length).toBeGreaterThan(50)
    for (const { tablename } of tables) {
      const rows = await sql(
        `select to_jsonb(t)::text as row from "${tablename}" t`
      )
      expect(JSON.stringify(rows)).not.toContain(PAYER_DIGITS)
    }
    expect(JSON.stringify(await savedRows())).not.toContain(PAYER.account_name)
  })

  it("does not open an account for the customer whom somebody has given its row", async () => {
    const { id } = await saveWithOrder(somchai)
    await sql("update one2pays_saved_payer set customer_id = ? where id = ?", [
      malee.id,
      id,
    ])
    const before = await savedRows()
    const logger = shop.resolve(ContainerRegistrationKeys.LOGGER)
    const error = jest.spyOn(logger, "error")
    const cart = await malee.buyer.fillCart(variant)
    const collection = await malee.buyer.startPayment(cart.id)
    const chosen = await malee.buyer.choosePayment(collection, {
      saved_payer: id,
    })
    expect(chosen.status).toBe(400)
    expect(chosen.data).toMatchObject({
      code: "one2pays_payer_invalid",
      message: expect.stringContaining("Choose another one, or enter"),
    })
    // A key that is gone shows in the same way, and is for the merchant to mend.
    const lines = error.mock.calls.map(([line]) => String(line))
    expect(lines).toEqual([expect.stringContaining(`account ${id} could`)])
    expect(lines[0]).toContain("options.encryptionKey")
    error.mockRestore()
    expect(await savedRows()).toEqual(before)
  })
})

describe("Medusa's own payment module", () => {
  it("lists, saves and deletes by account holder, as with any provider", async () => {
    await somchai.buyer.checkout(variant)
    const payments = shop.resolve(Modules.PAYMENT)
    const [holder] = await holders()
    expect(holder).toMatchObject({ data: { id: somchai.id } })
    const context = { account_holder: holder! }
    const saved = await payments.createPaymentMethods({
      provider_id: PROVIDER_ID,
      data: { payer: PAYER },
      context,
    })
    expect(
      await payments.listPaymentMethods({
        provider_id: PROVIDER_ID,
        context,
      })
    ).toEqual([saved])
    expect(JSON.stringify(saved)).not.toContain(PAYER_DIGITS)
    await payments.deletePaymentMethods({
      provider_id: PROVIDER_ID,
      id: saved.id,
      context,
    })
    expect(await payersOf(somchai)).toEqual([])
  })

  it("reaches nobody's accounts without a word of whose they are", async () => {
    const { id } = await saveWithOrder(somchai)
    const payments = shop.resolve(Modules.PAYMENT)
    expect(
      await payments.listPaymentMethods({
        provider_id: PROVIDER_ID,
        context: {},
      })
    ).toEqual([])
    await expect(
      payments.deletePaymentMethods({ provider_id: PROVIDER_ID, id })
    ).rejects.toThrow("account_holder")
    expect(await payersOf(somchai)).toHaveLength(1)
  })
})
