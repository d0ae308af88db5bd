import axios from "axios"
import { Modules } from "@medusajs/framework/utils"
import {
  approveWithdrawWorkflow,
  cancelWithdrawWorkflow,
  createWithdrawsWorkflow,
  createWithdrawWorkflow,
  eraseAccountNumbersWorkflow,
  payBackWorkflow,
  rejectWithdrawWorkflow,
} from "medusa-plugin-one2pays/workflows"
import { Admin } from "../setup/admin"
import type { Answer } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { secret } from "../setup/secrets"

// Up to THB 1000 a payout leaves by itself, and a refund up to THB 200. Above it somebody else approves it.
const shop = openShop({
  price: 1000,
  webhooks: false,
  sandbox: { withdrawStepMs: null },
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { api, buyer, desk, sandbox, sql, variant, getContainer } = shop

const path = "/admin/one2pays/withdraws"

interface Poster {
  post(path: string, body?: object): Promise<Answer>
}

interface Key extends Poster {
  id: string
}

/** A secret API key that somebody makes, in the panel or with a key. */
async function keyOf(maker: Poster): Promise<Key> {
  const { data } = await maker.post("/admin/api-keys", {
    title: "ERP",
    type: "secret",
  })
  const { id, token } = data.api_key as { id: string; token: string }
  const client = axios.create({
    baseURL: `http://localhost:${process.env.PORT}`,
    auth: { username: secret("key", token), password: "" },
    validateStatus: () => true,
  })
  return { id, post: (route, body = {}) => client.post(route, body) }
}

async function drop({ id }: Key): Promise<void> {
  await desk.checker.post(`/admin/api-keys/${id}/revoke`)
  const { status } = await desk.checker.delete(`/admin/api-keys/${id}`)
  expect(status).toBe(200)
}

const ask = async (by: Poster, amount = 2000): Promise<Shown> => {
  const { status, data } = await by.post(path, desk.payout({ amount }))
  expect(status).toBe(201)
  return data.withdraw as Shown
}

const approve = (by: Poster, id: string) => by.post(`${path}/${id}/approve`)

const OWN = { status: 403, data: { code: "one2pays_own_request" } }
const UNKNOWN = { status: 403, data: { code: "one2pays_person_unknown" } }

/** Somebody whose token is still good, though the user has been deleted. */
async function leaver(email = "leaver@example.com"): Promise<Admin> {
  const admin = await Admin.create(api, getContainer(), email)
  const { status } = await desk.checker.delete(`/admin/users/${admin.userId}`)
  expect(status).toBe(200)
  return admin
}

describe("one person is one, whatever became of the key they asked with", () => {
  it("a key that is revoked and deleted", async () => {
    const key = await keyOf(desk.maker)
    const { id } = await ask(key)
    await drop(key)
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    expect(await desk.read(id)).toMatchObject({
      requested_by: key.id,
      requested_by_person: desk.maker.userId,
      asked_by: desk.maker.userId,
      events: [{ actor: key.id, person: desk.maker.userId }],
    })
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("a key made by a deleted key", async () => {
    const first = await keyOf(desk.maker)
    const second = await keyOf(first)
    await drop(first)
    const { id } = await ask(second)
    expect(await approve(second, id)).toMatchObject(UNKNOWN)
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("a key made by a key that is deleted after the request", async () => {
    const first = await keyOf(desk.maker)
    const second = await keyOf(first)
    const { id } = await ask(second)
    await drop(second)
    await drop(first)
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("the thirteenth key of a chain", async () => {
    let key = await keyOf(desk.maker)
    for (let made = 1; made < 13; made++) {
      key = await keyOf(key)
    }
    const { id } = await ask(key)
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    const { id: other } = await ask(desk.maker)
    expect(await approve(key, other)).toMatchObject(OWN)
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("many payouts at once", async () => {
    const key = await keyOf(desk.maker)
    const { data } = await key.post(`${path}/bulk`, {
      rows: [desk.payout({ amount: 2000 }), desk.payout({ amount: 3000 })],
    })
    await drop(key)
    for (const { id } of data.withdraws as Shown[]) {
      expect(await approve(desk.maker, id)).toMatchObject(OWN)
    }
  })

  it("a refund", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    const order = await shop.untilPaid(orderId)
    const key = await keyOf(desk.maker)
    const paymentId = order.payment_collections[0]!.payments[0]!.id
    await key.post(`/admin/payments/${paymentId}/refund`, { amount: 300 })
    await drop(key)
    const [{ id }] = (await desk.list(`order_id=${orderId}`)).withdraws as [
      Shown,
    ]
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    expect(await desk.read(id)).toMatchObject({
      requested_by: "system",
      requested_by_person: desk.maker.userId,
    })
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("a pay-back, and the second try of it", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "100.00" })
    await shop.reconcile()
    const { id: paymentId } = await desk.maker.paymentOf(orderId)
    await sql("update one2pays_payment set first_payer = '{}' where id = ?", [
      paymentId,
    ])
    const key = await keyOf(desk.maker)
    const payBack = `/admin/one2pays/payments/${paymentId}/pay-back`
    const { data } = await key.post(payBack)
    const { id } = data.withdraw as Shown
    const second = await keyOf(desk.maker)
    await drop(key)
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    await desk.act(id, "reject")
    const again = await second.post(payBack)
    await drop(second)
    const { id: other } = again.data.withdraw as Shown
    expect(other).not.toBe(id)
    expect(await approve(desk.maker, other)).toMatchObject(OWN)
  })

  it("a payout from before persons were kept", async () => {
    const key = await keyOf(desk.maker)
    const { id } = await ask(key)
    await sql(
      "update one2pays_withdraw set requested_by_person = null, requested_by_chain = null where id = ?",
      [id]
    )
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    await drop(key)
    expect(await approve(desk.maker, id)).toMatchObject(OWN)
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("a maker who is deleted afterwards stays in the trail", async () => {
    const admin = await Admin.create(api, getContainer(), "gone@example.com")
    const { id } = await ask(admin)
    await desk.checker.delete(`/admin/users/${admin.userId}`)
    expect(await approve(admin, id)).toMatchObject(UNKNOWN)
    expect((await approve(desk.checker, id)).status).toBe(200)
    expect(await desk.read(id)).toMatchObject({
      requested_by_person: admin.userId,
      events: [
        { person: admin.userId },
        { actor: desk.checker.userId, person: desk.checker.userId },
      ],
    })
  })
})

describe("a key of nobody who is known", () => {
  const unknownKey = async (): Promise<Key> => {
    const key = await keyOf(desk.maker)
    await sql("update api_key set created_by = '' where id = ?", [key.id])
    return key
  }

  it("may ask, and waits for a person, who may approve it", async () => {
    const key = await unknownKey()
    const { id } = await ask(key)
    expect(await approve(key, id)).toMatchObject(UNKNOWN)
    expect(await approve(await unknownKey(), id)).toMatchObject(UNKNOWN)
    expect(await desk.read(id)).toMatchObject({
      requested_by: key.id,
      requested_by_person: null,
    })
    expect((await ask(key, 10)).state).toBe("requires_approval")
    expect((await approve(desk.checker, id)).status).toBe(200)
  })

  it("approves, rejects, cancels and pays back nothing", async () => {
    const key = await unknownKey()
    const { id } = await ask(desk.maker)
    for (const act of ["approve", "reject", "cancel", "resolve", "pay-back"]) {
      expect(await key.post(`${path}/${id}/${act}`)).toMatchObject(UNKNOWN)
    }
    expect((await desk.read(id)).state).toBe("requires_approval")
  })

  it("a key of a deleted user is one, too", async () => {
    const admin = await Admin.create(api, getContainer(), "left@example.com")
    const key = await keyOf(admin)
    await desk.checker.delete(`/admin/users/${admin.userId}`)
    const { id } = await ask(key)
    expect(await approve(key, (await ask(desk.maker)).id)).toMatchObject(
      UNKNOWN
    )
    expect((await desk.read(id)).state).toBe("requires_approval")
    expect((await approve(desk.checker, id)).status).toBe(200)
  })
})

describe("the token of a deleted user", () => {
  it.each([
    "payments/none/check",
    "payments/none/cancel",
    "payments/none/resolve",
    "payments/none/pay-back",
    "erasures",
    "withdraws",
    "withdraws/bulk",
    "withdraws/approve",
    "withdraws/reject",
    "withdraws/:id/account-number",
    "withdraws/:id/approve",
    "withdraws/:id/reject",
    "withdraws/:id/cancel",
    "withdraws/:id/check",
    "withdraws/:id/resolve",
    "withdraws/:id/pay-back",
  ])("does nothing at %s", async (route) => {
    const { id } = await ask(desk.maker)
    const admin = await leaver()
    const answer = await admin.post(
      `/admin/one2pays/${route.replace(":id", id)}`,
      desk.payout()
    )
    expect(answer).toMatchObject(UNKNOWN)
    expect((await desk.list()).count).toBe(1)
    expect((await desk.read(id)).state).toBe("requires_approval")
  })

  it("a refund that it asks for waits for a person", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    const order = await shop.untilPaid(orderId)
    const paymentId = order.payment_collections[0]!.payments[0]!.id
    const admin = await leaver()
    await admin.post(`/admin/payments/${paymentId}/refund`, { amount: 100 })
    const { withdraws } = await desk.list(`order_id=${orderId}`)
    expect(withdraws).toMatchObject([{ state: "requires_approval" }])
    expect(await approve(admin, withdraws[0]!.id)).toMatchObject(UNKNOWN)
    expect((await approve(desk.checker, withdraws[0]!.id)).status).toBe(200)
  })
})

describe("the shop's own code", () => {
  const refused = { code: "one2pays_person_unknown" }

  it("names somebody who exists, or does nothing", async () => {
    const { id: withdraw_id } = await ask(desk.maker)
    const gone = (await leaver()).userId
    const container = getContainer()
    for (const actor of [undefined, "", "user_none", gone] as string[]) {
      const rows = [desk.payout()]
      const acts: Promise<unknown>[] = [
        createWithdrawsWorkflow(container).run({
          input: { rows, requested_by: actor },
        }),
        createWithdrawWorkflow(container).run({
          input: { ...desk.payout(), requested_by: actor },
        }),
        approveWithdrawWorkflow(container).run({
          input: { withdraw_id, actor_id: actor },
        }),
        rejectWithdrawWorkflow(container).run({
          input: { withdraw_id, actor_id: actor },
        }),
        cancelWithdrawWorkflow(container).run({
          input: { withdraw_id, actor_id: actor },
        }),
        payBackWorkflow(container).run({
          input: { withdraw_id, actor_id: actor },
        }),
        eraseAccountNumbersWorkflow(container).run({
          input: { customer_id: "cus_none", actor_id: actor },
        }),
      ]
      for (const outcome of await Promise.allSettled(acts)) {
        expect(outcome).toMatchObject({ status: "rejected", reason: refused })
      }
    }
    expect((await desk.list()).count).toBe(1)
    expect((await desk.read(withdraw_id)).state).toBe("requires_approval")
  })

  it("asks as the system, and never approves as it", async () => {
    const container = getContainer()
    const { result } = await createWithdrawWorkflow(container).run({
      input: { ...desk.payout({ amount: 2000 }), requested_by: "system" },
    })
    const { id } = result!
    await expect(
      approveWithdrawWorkflow(container).run({
        input: { withdraw_id: id, actor_id: "system" },
      })
    ).rejects.toMatchObject(refused)
    expect(await desk.read(id)).toMatchObject({
      requested_by_person: "system",
      state: "requires_approval",
    })
    expect((await approve(desk.maker, id)).status).toBe(200)
  })
})

it("a key that is deleted by the shop's own code is followed, too", async () => {
  const first = await keyOf(desk.maker)
  const second = await keyOf(first)
  // It has been seen.
  await ask(second, 10)
  await desk.checker.post(`/admin/api-keys/${first.id}/revoke`)
  await shop.resolve(Modules.API_KEY).deleteApiKeys(first.id)
  const { id } = await ask(second)
  expect(await approve(desk.maker, id)).toMatchObject(OWN)
})
