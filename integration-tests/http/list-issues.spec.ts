import { writeIssue } from "../setup/issue-rows"
import { openShop } from "../setup/open-shop"

interface Listed {
  kind: "payment" | "withdraw"
  order: object | null
  payment?: { reference_id: string; issue: { code: string } }
  withdraw?: { reference_id: string; issue: { code: string } }
}

const shop = openShop({ price: null })
const { admin, sql } = shop

const at = (minute: number) =>
  `2026-11-21T09:${String(minute).padStart(2, "0")}:00Z`

beforeEach(async () => {
  await sql("delete from one2pays_payment")
  await sql("delete from one2pays_withdraw")
})

const list = async (query = "") =>
  (await admin.get(`/admin/one2pays/issues${query}`)).data as unknown as {
    issues: Listed[]
    count: number
    limit: number
    offset: number
  }

const references = async (query = "") =>
  (await list(query)).issues.map(
    ({ payment, withdraw }) => (payment ?? withdraw)!.reference_id
  )

/** Payments at even minutes, withdraws at odd ones. */
async function raise(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute++) {
    const kind = minute % 2 === 0 ? "payment" : "withdraw"
    await writeIssue(shop.getContainer(), kind, {
      reference_id: `${kind}_${minute}`,
      issue_raised_at: at(minute),
    })
  }
}

it("what came and what left stand in one list, the newest first, with one count for its pages", async () => {
  await raise(5)
  expect(await list()).toMatchObject({ count: 5, limit: 20, offset: 0 })
  expect(await references()).toEqual([
    "payment_4",
    "withdraw_3",
    "payment_2",
    "withdraw_1",
    "payment_0",
  ])
  expect(await list("?limit=2&offset=2")).toMatchObject({
    count: 5,
    limit: 2,
    offset: 2,
  })
  expect(await references("?limit=2&offset=2")).toEqual([
    "payment_2",
    "withdraw_1",
  ])
  expect(await references("?offset=4")).toEqual(["payment_0"])
  expect(await list("?offset=5")).toMatchObject({ issues: [], count: 5 })
})

it("each is shown as its own route shows it", async () => {
  await raise(2)
  const [withdraw, payment] = (await list()).issues
  const own = async (path: string) =>
    (await admin.get(`/admin/one2pays${path}`)).data
  expect({
    payments: [{ ...payment!.payment, order: payment!.order }],
  }).toEqual({ payments: (await own("/payments")).payments })
  expect(payment!.kind).toBe("payment")
  // That list alone says what its reader may approve.
  expect({
    withdraws: [{ ...withdraw!.withdraw, can_approve: false }],
  }).toEqual({ withdraws: (await own("/withdraws")).withdraws })
  expect(withdraw!.kind).toBe("withdraw")
  expect(JSON.stringify([withdraw, payment])).not.toContain("sealed")
})

it("those of one moment keep one order, so that no page shows one twice", async () => {
  for (const id of ["a", "b", "c", "d"]) {
    const kind = id < "c" ? "payment" : "withdraw"
    await writeIssue(shop.getContainer(), kind, { id, reference_id: id })
  }
  const pages = [0, 1, 2, 3].map((offset) =>
    references(`?limit=1&offset=${offset}`)
  )
  expect((await Promise.all(pages)).flat()).toEqual(["d", "c", "b", "a"])
})

it("what was closed is apart, by when it was closed, and what was deleted nowhere", async () => {
  await raise(2)
  await writeIssue(shop.getContainer(), "payment", {
    reference_id: "closed_last",
    issue_raised_at: at(10),
    resolved_at: at(50),
  })
  await writeIssue(shop.getContainer(), "withdraw", {
    reference_id: "closed_first",
    issue_raised_at: at(20),
    resolved_at: at(40),
  })
  await writeIssue(shop.getContainer(), "payment", {
    reference_id: "deleted",
    deleted_at: at(30),
  })
  expect(await references()).toEqual(["withdraw_1", "payment_0"])
  expect(await references("?show=resolved")).toEqual([
    "closed_last",
    "closed_first",
  ])
})

it("is searched as the payments and the withdraws are", async () => {
  await raise(4)
  expect(await references("?q=payment_2")).toEqual(["payment_2"])
  expect(await list("?q=withdraw")).toMatchObject({ count: 2 })
  // A name is a payer's or a beneficiary's.
  expect(await list("?q=somsri")).toMatchObject({ count: 4 })
  expect(await list("?q=%25")).toEqual({
    issues: [],
    count: 0,
    limit: 20,
    offset: 0,
  })
})

it.each([
  ["show=any", "show"],
  ["limit=101", "limit"],
  ["offset=-1", "offset"],
  ["q=%00", "q"],
  ["order=-amount", "order"],
])("names the part of the query that is wrong: ?%s", async (query, name) => {
  const refused = await admin.get(`/admin/one2pays/issues?${query}`)
  expect(refused.status).toBe(400)
  expect(refused.data.message).toContain(name)
})

it("is shown to staff only", async () => {
  const { status } = await shop.api.get("/admin/one2pays/issues", {
    validateStatus: () => true,
  })
  expect(status).toBe(401)
})
