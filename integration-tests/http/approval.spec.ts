import axios from "axios"
import { Modules } from "@medusajs/framework/utils"
import {
  approveWithdrawsWorkflow,
  rejectWithdrawsWorkflow,
} from "medusa-plugin-one2pays/workflows"
import { queryOf } from "../../src/modules/one2pays/core/query"
import type { Admin } from "../setup/admin"
import type { Answer } from "../setup/buyer"
import { countQueries } from "../setup/count-queries"
import { loggedDuring } from "../setup/logged"
import { loseKey } from "../setup/lost-key"
import { openShop } from "../setup/open-shop"
import { BENEFICIARY, PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"
import { secret } from "../setup/secrets"
import { serviceBeside } from "../setup/service-beside"

// Amounts in these tests: above 1000 two people are needed, of a refund above 200.
const shop = openShop({
  price: 1000,
  carts: 1,
  sandbox: { withdrawStepMs: null },
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
const { buyer, desk, sandbox, sql, variant } = shop

const path = "/admin/one2pays/withdraws"

interface Poster {
  post(path: string, body: object): Promise<Pick<Answer, "status" | "data">>
}

interface Decision {
  withdraws: Shown[]
  refused: { id: string; code: string | null; message: string }[]
}

interface Detail extends Shown {
  to_approve: { previous: string | null; next: string | null }
  batch: {
    row: number
    count: number
    previous: string | null
    next: string | null
  } | null
  account_history: {
    count: number
    amount: number
    last_at: string | null
    is_new: boolean
    other: { id: string; bank_code: string; last4: string } | null
  } | null
  order_display_id: number | null
  refund: { reason: string | null; note: string | null } | null
}

interface Listed {
  withdraws: (Shown & { can_approve: boolean })[]
  count: number
  to_approve: { count: number; amount: number }
  batch?: { state: string; count: number; amount: number }[]
}

async function decide(
  action: "approve" | "reject",
  body: object,
  by: Poster = desk.checker
): Promise<Decision> {
  const { status, data } = await by.post(`${path}/${action}`, body)
  expect(status).toBe(200)
  return data as unknown as Decision
}

const list = async (query = "", by: Admin = desk.checker): Promise<Listed> =>
  (await by.get(`${path}?${query}`)).data as unknown as Listed

const detail = async (id: string, by: Admin = desk.checker) =>
  (await by.get(`${path}/${id}`)).data.withdraw as Detail

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

/** Payouts that somebody uploads. @returns their ids in the order of the file */
async function upload(
  amounts: number[],
  by: Admin = desk.maker
): Promise<string[]> {
  const { status, data } = await by.post(`${path}/bulk`, {
    rows: amounts.map((amount) => desk.payout({ amount })),
  })
  expect(status).toBe(201)
  return idsOf(data.withdraws as Shown[])
}

/** The gateway has paid it. */
async function paid(differences: object): Promise<Shown> {
  const { id } = await desk.approved(differences)
  await desk.send()
  const { reference_id } = await desk.untilState(id, "pending")
  sandbox.withdraws.settle(reference_id, "paid")
  return desk.untilState(id, "paid")
}

const lines = async (id: string) =>
  (await desk.read(id)).events.map(({ to, actor, reason }) => [
    to,
    actor,
    reason,
  ])

describe("many at once", () => {
  it("fifty are approved with one request, and leave", async () => {
    const ids = await upload(Array(50).fill(1001))
    const { withdraws, refused } = await decide("approve", { ids })
    expect(idsOf(withdraws).sort()).toEqual(ids)
    expect(refused).toEqual([])
    expect((await list("state=approved&limit=1")).count).toBe(50)
    expect(await lines(ids[7]!)).toContainEqual([
      "approved",
      desk.checker.userId,
      "approved",
    ])
    await desk.send()
    expect(sandbox.withdraws.list()).toHaveLength(50)
  })

  it("ask the database hardly more often than two do", async () => {
    // Nobody hears of it, so nothing is sent meanwhile.
    const { people, withdraws } = serviceBeside(shop.getContainer(), {})
    const query = queryOf(shop.getContainer())
    const person = await people.deciding(query, desk.checker.userId)
    const count = (ids: string[]) =>
      countQueries(shop.getContainer(), async () => {
        const { decided } = await withdraws.approveAll(ids, person, query)
        expect(decided).toHaveLength(ids.length)
      })
    const two = await count(await upload([1001, 1002]))
    const fifty = await count(await upload(Array(50).fill(1003)))
    // What the jobs of these seconds ask is counted, too: a query for each would be 48 more.
    expect(fifty).toBeLessThan(two + 24)
  })

  it("each stands for itself: those that cannot be approved are named, with the reason of the single route", async () => {
    const [fit = "", rejected = ""] = await upload([1001, 1002])
    await desk.act(rejected, "reject")
    const [own = ""] = await upload([1003], desk.checker)
    const ids = [own, rejected, "o2pwd_none", fit, fit]
    const { withdraws, refused } = await decide("approve", { ids })
    expect(withdraws).toMatchObject([{ id: fit, state: "approved" }])
    expect(refused).toHaveLength(3)
    const reasonOf = async (id: string) => {
      const { data } = await desk.approve(id)
      return { code: data.code ?? null, message: data.message }
    }
    for (const id of [own, rejected, "o2pwd_none"]) {
      const { code, message } = refused.find((each) => each.id === id)!
      expect({ code, message }).toEqual(await reasonOf(id))
    }
    expect(refused.map(({ code }) => code)).toEqual([
      "one2pays_own_request",
      "one2pays_wrong_state",
      null,
    ])
    expect((await desk.read(own)).state).toBe("requires_approval")
  })

  it("a row that was deleted stays as it is", async () => {
    const [gone = ""] = await upload([1001])
    await sql("update one2pays_withdraw set deleted_at = now() where id = ?", [
      gone,
    ])
    for (const action of ["approve", "reject"] as const) {
      expect(await decide(action, { ids: [gone] })).toMatchObject({
        withdraws: [],
        refused: [{ id: gone, code: null }],
      })
    }
    expect(
      await sql("select state from one2pays_withdraw where id = ?", [gone])
    ).toEqual([{ state: "requires_approval" }])
  })

  it("a second press, and another one at the same moment, do nothing twice", async () => {
    const ids = await upload([1001, 1002, 1003, 1004])
    const key = await checkersKey()
    const decisions = await Promise.all([
      decide("approve", { ids }),
      decide("approve", { ids: [...ids].reverse() }, key),
      decide("reject", { ids }),
    ])
    expect(decisions.flatMap(({ withdraws }) => withdraws)).toHaveLength(4)
    expect(decisions.flatMap(({ refused }) => refused)).toHaveLength(8)
    const again = await decide("approve", { ids })
    expect(again.withdraws).toEqual([])
    for (const id of ids) {
      const { events } = await desk.read(id)
      expect(
        events.filter(({ from }) => from === "requires_approval")
      ).toHaveLength(1)
    }
  })

  it("those who reject say why, and the trail of each keeps it", async () => {
    const ids = await upload([1001, 1002])
    const { withdraws } = await decide("reject", { ids, reason: "ผิดงวด" })
    expect(withdraws.map(({ state }) => state)).toEqual([
      "rejected",
      "rejected",
    ])
    for (const id of ids) {
      expect(await lines(id)).toContainEqual([
        "rejected",
        desk.checker.userId,
        "ผิดงวด",
      ])
    }
  })

  it("a rejected refund among them becomes an issue", async () => {
    const id = await refund(300)
    await decide("reject", { ids: [id] })
    expect((await desk.read(id)).issue).toMatchObject({ code: "refund_failed" })
    const [row] = await sql<{ issue_announced_at: Date | null }>(
      "select issue_announced_at from one2pays_withdraw where id = ?",
      [id]
    )
    expect(row!.issue_announced_at).not.toBeNull()
  })

  it.each([
    [{}],
    [{ ids: [] }],
    [{ ids: "all" }],
    [{ ids: [1] }],
    [{ ids: ["nul\u0000"] }],
    [{ ids: Array.from({ length: 501 }, (_, at) => `o2pwd_${at}`) }],
  ])("refuses what names no withdraws, or too many (%#)", async (body) => {
    for (const action of ["approve", "reject"]) {
      const { status, data } = await desk.checker.post(
        `${path}/${action}`,
        body
      )
      expect(status).toBe(400)
      expect(data.message).toMatch(/^ids/)
    }
  })

  it("is there for the shop's own code, and names somebody who exists", async () => {
    const [first = "", second = ""] = await upload([1001, 1002])
    const container = shop.getContainer()
    const { result } = await approveWithdrawsWorkflow(container).run({
      input: { withdraw_ids: [first], actor_id: desk.checker.userId },
    })
    expect(result.decided).toMatchObject([{ id: first, state: "approved" }])
    const { result: rejection } = await rejectWithdrawsWorkflow(container).run({
      input: { withdraw_ids: [second], actor_id: desk.checker.userId },
    })
    expect(rejection.decided).toMatchObject([{ state: "rejected" }])
    await expect(
      approveWithdrawsWorkflow(container).run({
        input: { withdraw_ids: [first], actor_id: "system" },
      })
    ).rejects.toMatchObject({ code: "one2pays_person_unknown" })
  })
})

describe("what waits for the reader", () => {
  it("is counted and summed to the satang, without their own, whatever the page shows", async () => {
    await upload([1000.1, 1000.2, 20])
    const [own = ""] = await upload([5000], desk.checker)
    const forChecker = await list("limit=1")
    expect(forChecker.to_approve).toEqual({ count: 2, amount: 2000.3 })
    expect((await list("", desk.maker)).to_approve).toEqual({
      count: 1,
      amount: 5000,
    })
    const approvable = await list("approvable=true&order=amount")
    expect(approvable.withdraws.map(({ amount }) => amount)).toEqual([
      1000.1, 1000.2,
    ])
    expect(approvable.withdraws.every((row) => row.can_approve)).toBe(true)
    const all = await list("")
    expect(all.withdraws.find(({ id }) => id === own)).toMatchObject({
      can_approve: false,
    })
    const { data } = await desk.checker.get(`${path}/export?approvable=true`)
    expect((data as unknown as string).trim().split("\r\n")).toHaveLength(3)
  })

  it("a key is whoever made it, and so is a requester in whom nobody has looked yet", async () => {
    const key = await checkersKey()
    await key.post(path, desk.payout({ amount: 2000 }))
    await desk.create({ amount: 3000 })
    expect((await list()).to_approve).toEqual({ count: 1, amount: 3000 })
    await sql(
      "update one2pays_withdraw set requested_by_person = null, requested_by_chain = null"
    )
    expect((await list()).to_approve).toEqual({ count: 1, amount: 3000 })
    expect((await list("approvable=true")).count).toBe(1)
    const { data: seen } = await key.get<Listed>(path)
    expect(seen.to_approve).toEqual({ count: 1, amount: 3000 })
  })

  it("leads from one to the next, the oldest first, and passes over what has been decided", async () => {
    const first = await desk.create({ amount: 1001 })
    const second = await desk.create({ amount: 1002 })
    await upload([5000], desk.checker)
    const third = await desk.create({ amount: 1003 })
    expect((await detail(second.id)).to_approve).toEqual({
      previous: first.id,
      next: third.id,
    })
    await desk.approve(second.id)
    expect((await detail(first.id)).to_approve).toEqual({
      previous: null,
      next: third.id,
    })
    // From one that is done, too.
    expect((await detail(second.id)).to_approve).toEqual({
      previous: first.id,
      next: third.id,
    })
  })
})

describe("an upload", () => {
  it("is listed in the order of its file, with its totals by state, and leads on from row to row", async () => {
    const amounts = Array.from({ length: 30 }, (_, at) => 1001 + at)
    const ids = await upload(amounts)
    const other = await upload([2000])
    const { batch_id } = await desk.read(ids[0]!)
    await decide("approve", { ids: ids.slice(0, 2) })
    const { withdraws, count, batch } = await list(
      `batch_id=${batch_id}&order=created_at&limit=100`
    )
    expect(withdraws.map(({ amount }) => amount)).toEqual(amounts)
    expect(count).toBe(30)
    expect(batch).toEqual([
      {
        state: "requires_approval",
        count: 28,
        amount: amounts.slice(2).reduce((sum, amount) => sum + amount),
      },
      { state: "approved", count: 2, amount: 2003 },
    ])
    expect((await detail(ids[1]!)).batch).toEqual({
      row: 2,
      count: 30,
      previous: ids[0],
      next: ids[2],
    })
    expect((await detail(other[0]!)).batch).toEqual({
      row: 1,
      count: 1,
      previous: null,
      next: null,
    })
    expect((await list()).batch).toBeUndefined()
    expect((await detail((await desk.create()).id)).batch).toBeNull()
  })
})

describe("what a checker sees", () => {
  it("the whole account number on request, and the trail says who saw it", async () => {
    const { id } = await desk.create()
    const { result: answer, entries } = await loggedDuring(() =>
      desk.act(id, "account-number")
    )
    expect(answer).toMatchObject({
      status: 200,
      data: { account_number: BENEFICIARY },
    })
    expect(answer.headers["cache-control"]).toBe("no-store")
    expect(JSON.stringify(entries)).not.toContain(BENEFICIARY)
    const after = await desk.read(id)
    expect(after.state).toBe("requires_approval")
    expect(after.events.at(-1)).toMatchObject({
      from: "requires_approval",
      to: "requires_approval",
      actor: desk.checker.userId,
      person: desk.checker.userId,
      reason: "account number shown",
    })
    expect(JSON.stringify([after, await list()])).not.toContain(BENEFICIARY)
    expect(
      (await desk.checker.post(`${path}/none/account-number`)).status
    ).toBe(404)
  })

  it("is told clearly that a number is gone, or that its key is", async () => {
    const { id } = await desk.create()
    const findKey = await loseKey(shop.getContainer())
    expect(await desk.act(id, "account-number")).toMatchObject({
      status: 500,
      data: { code: "one2pays_misconfigured" },
    })
    // The page of the payout is there all the same.
    expect((await detail(id)).account_history).toMatchObject({ count: 0 })
    await findKey()
    await sql(
      "update one2pays_withdraw set account_sealed = '', account_hash = null where id = ?",
      [id]
    )
    expect(await desk.act(id, "account-number")).toMatchObject({
      status: 400,
      data: { code: "one2pays_account_erased" },
    })
    expect((await desk.read(id)).events).toHaveLength(1)
    expect((await detail(id)).account_history).toBeNull()
  })

  it("what was paid to the account before, and that it is another one than this name had", async () => {
    const { id: unknown } = await desk.create({ amount: 2000 })
    expect((await detail(unknown)).account_history).toEqual({
      ...{ count: 0, amount: 0, last_at: null },
      ...{ is_new: true, other: null },
    })
    const first = await paid({ amount: "100.10" })
    const second = await paid({ amount: "100.20" })
    const known = await desk.create({ amount: 2000 })
    expect((await detail(known.id)).account_history).toEqual({
      ...{ count: 2, amount: 200.3, last_at: second.ended_at },
      ...{ is_new: false, other: null },
    })
    // What came later is no history of what was asked for before.
    expect((await detail(first.id)).account_history).toMatchObject({ count: 0 })
    for (const change of [
      { account_number: secret("account number", "9876543211") },
      { bank_code: "014" },
    ]) {
      const changed = await desk.create({ amount: 2000, ...change })
      expect((await detail(changed.id)).account_history).toMatchObject({
        ...{ count: 0, is_new: true },
        other: { id: second.id, bank_code: "004", last4: "3210" },
      })
    }
  })

  it("that a name's money went to another account, by bank and last digits where no more is kept", async () => {
    const { id } = await paid({ amount: "100.10" })
    await sql(
      "update one2pays_withdraw set account_sealed = '', account_hash = null where id = ?",
      [id]
    )
    const same = await desk.create({ amount: 2000 })
    expect((await detail(same.id)).account_history).toMatchObject({
      other: null,
    })
    const changed = await desk.create({ amount: 2000, bank_code: "014" })
    expect((await detail(changed.id)).account_history).toMatchObject({
      other: { id },
    })
  })

  it("of a refund its order's number, and core's reason and note", async () => {
    const reason = await shop
      .resolve(Modules.PAYMENT)
      .createRefundReasons({ label: "Broken", code: "broken" })
    const id = await refund(300, {
      note: "Box was open",
      refund_reason_id: reason.id,
    })
    const shown = await detail(id)
    const [order] = await sql<{ display_id: number }>(
      'select display_id from "order" where id = ?',
      [shown.order_id!]
    )
    expect(shown).toMatchObject({
      order_display_id: order!.display_id,
      refund: { reason: "Broken", note: "Box was open" },
      account_history: { is_new: false },
    })
    const payout = await desk.create()
    expect(await detail(payout.id)).toMatchObject({
      order_display_id: null,
      refund: null,
    })
  })
})

/** @returns the id of its withdraw */
async function refund(amount: number, more: object = {}): Promise<string> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  const { id } = order.payment_collections[0]!.payments[0]!
  const answer = await desk.maker.post(`/admin/payments/${id}/refund`, {
    amount,
    ...more,
  })
  expect(answer.status).toBe(200)
  return (await desk.list(`order_id=${orderId}`)).withdraws[0]!.id
}

async function checkersKey() {
  const { data } = await desk.checker.post("/admin/api-keys", {
    title: "ERP",
    type: "secret",
  })
  return axios.create({
    baseURL: `http://localhost:${process.env.PORT}`,
    auth: {
      username: secret("key", (data.api_key as { token: string }).token),
      password: "",
    },
    validateStatus: () => true,
  })
}
