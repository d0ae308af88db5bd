import axios from "axios"
import { createWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { bangkokDay } from "../../src/modules/one2pays/shared/shop-zone"
import { startOfBangkokDay } from "../../src/modules/one2pays/withdraw-rules/limits"
import type { Admin } from "../setup/admin"
import type { Answer } from "../setup/buyer"
import { countQueries } from "../setup/count-queries"
import { openShop } from "../setup/open-shop"
import {
  BENEFICIARY,
  BENEFICIARY_NAME,
  PAYOUT_LIMITS,
  type Shown,
} from "../setup/payout-desk"
import { secret } from "../setup/secrets"
import { until } from "../setup/until"

const SAME_LAST_FOUR = secret("account number", "1111113210")

// Amounts in these tests: up to 1000 one person is enough, above it two are needed.
const shop = openShop({
  price: null,
  sandbox: { withdrawStepMs: null },
  env: PAYOUT_LIMITS,
})
const { desk, sandbox, clock, sql } = shop

const path = "/admin/one2pays/withdraws"
const post = (body: unknown) => desk.maker.post(path, body)
const bulk = (rows: unknown, more: object = {}) =>
  desk.maker.post(`${path}/bulk`, { rows, ...more })
const countRows = async () =>
  Number(
    (await sql<{ count: string }>("select count(*) from one2pays_withdraw"))[0]!
      .count
  )

describe("two people", () => {
  it("a payout is asked for by one, approved by another, sent once, and paid", async () => {
    sandbox.withdraws.setStep(100)
    const { id, state } = await desk.create()
    expect(state).toBe("requires_approval")
    const own = await desk.approve(id, desk.maker)
    expect(own.status).toBe(403)
    expect(own.data.message).toContain("somebody else must approve")

    const approved = await desk.approve(id)
    expect(approved).toMatchObject({
      status: 200,
      data: {
        withdraw: { state: "approved", decided_by: desk.checker.userId },
      },
    })
    await desk.send()
    const paid = await desk.untilState(id, "paid")
    expect(sandbox.withdraws.list()).toEqual([
      expect.objectContaining({
        referenceId: id,
        status: "paid",
        amount: "129050.00",
      }),
    ])
    expect(sandbox.callCounts()["withdraws.create"]).toBe(1)
    expect(JSON.stringify(paid)).not.toContain(BENEFICIARY)
    expect(paid.events.map(({ from, to, actor }) => [from, to, actor])).toEqual(
      expect.arrayContaining([
        [null, "requires_approval", desk.maker.userId],
        ["requires_approval", "approved", desk.checker.userId],
        ["approved", "sending", "system"],
        ["sending", "pending", "gateway"],
      ])
    )
    expect(paid.events.every(({ at, reason }) => at && reason)).toBe(true)
  })

  it("a secret API key is whoever made it", async () => {
    const keyOf = async (admin: Admin) => {
      const { data } = await admin.post("/admin/api-keys", {
        title: "ERP",
        type: "secret",
      })
      const token = secret("key", (data.api_key as { token: string }).token)
      return axios.create({
        baseURL: `http://localhost:${process.env.PORT}`,
        auth: { username: token, password: "" },
        validateStatus: () => true,
      })
    }
    const [makers, checkers] = [
      await keyOf(desk.maker),
      await keyOf(desk.checker),
    ]
    const { data } = await makers.post<{ withdraw: Shown }>(
      path,
      desk.payout({ amount: 2000 })
    )
    const { id } = data.withdraw
    expect((await desk.approve(id, desk.maker)).status).toBe(403)
    const approve = `${path}/${id}/approve`
    expect((await makers.post(approve)).status).toBe(403)
    const isOwn = async (admin: Admin) =>
      (await admin.get(`${path}/${id}`)).data.withdraw
    expect(await isOwn(desk.maker)).toMatchObject({ is_own: true })
    expect(await isOwn(desk.checker)).toMatchObject({ is_own: false })
    expect((await checkers.post(approve)).status).toBe(200)
  })

  it("at the limit one is enough, a satang above it two are needed", async () => {
    expect((await desk.create({ amount: 1000 })).state).toBe("approved")
    expect((await desk.create({ amount: "1000.01" })).state).toBe(
      "requires_approval"
    )
  })

  it("of two who approve at once, one is too late", async () => {
    const { id } = await desk.create()
    const answers = await Promise.all([
      desk.approve(id),
      desk.approve(id),
      desk.act(id, "reject"),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { events } = await desk.read(id)
    expect(
      events.filter(({ from }) => from === "requires_approval")
    ).toHaveLength(1)
  })

  it("a rejected one is over, and says who and why", async () => {
    const { id } = await desk.create()
    const rejected = await desk.act(id, "reject", { reason: "ผิดบัญชี" })
    expect(rejected).toMatchObject({
      status: 200,
      data: { withdraw: { state: "rejected" } },
    })
    for (const action of ["approve", "reject", "cancel"]) {
      const again = await desk.act(id, action)
      expect(again).toMatchObject({
        status: 409,
        data: { code: "one2pays_wrong_state" },
      })
    }
    expect((await desk.read(id)).events.at(-1)).toMatchObject({
      from: "requires_approval",
      to: "rejected",
      actor: desk.checker.userId,
      reason: "ผิดบัญชี",
    })
    await desk.send()
    expect(sandbox.withdraws.list()).toEqual([])
  })
})

describe("cancel", () => {
  it("before it has left: at once, without a call", async () => {
    const { id } = await desk.create()
    const canceled = await desk.act(id, "cancel", { reason: "twice" })
    expect(canceled).toMatchObject({
      status: 200,
      data: { withdraw: { state: "canceled", issue: null } },
    })
    await desk.send()
    expect(sandbox.withdraws.list()).toEqual([])
  })

  it("at the gateway: the money comes back, and the trail says who did it", async () => {
    const id = await desk.pending(500)
    const canceled = await desk.act(id, "cancel", {
      reason: "wrong person",
    })
    expect(canceled).toMatchObject({
      status: 200,
      data: { withdraw: { state: "canceled" } },
    })
    expect(sandbox.status().walletThb).toBe("100000.00")
    expect((await desk.read(id)).events.at(-1)).toMatchObject({
      from: "pending",
      to: "canceled",
      actor: desk.checker.userId,
      reason: "wrong person",
    })
  })

  it("at the gateway, whose webhook comes before its answer: the trail says who did it all the same", async () => {
    const id = await desk.pending(500)
    const webhook = () =>
      sandbox.webhooks
        .deliveries()
        .find(
          ({ event, body }) => event.endsWith(".canceled") && body.includes(id)
        )
    sandbox.addFault({
      kind: "slow",
      endpoint: "withdraws.cancel",
      delayMs: 1_500,
    })
    const canceled = desk.act(id, "cancel", { reason: "wrong person" })
    await until(
      () => webhook()?.attempts.length ?? 0,
      (attempts) => attempts > 0
    )
    expect(await canceled).toMatchObject({
      status: 200,
      data: { withdraw: { state: "canceled" } },
    })
    await until(
      async () => {
        await sandbox.webhooks.flush()
        return webhook()?.state
      },
      (state) => state === "delivered"
    )
    const { events } = await desk.read(id)
    expect(events.filter(({ to }) => to === "canceled")).toEqual([
      expect.objectContaining({
        actor: desk.checker.userId,
        reason: "wrong person",
      }),
    ])
  })

  it("too late: 409, and it is paid", async () => {
    const id = await desk.pending(500)
    sandbox.setWebhooks({ enabled: false })
    sandbox.withdraws.settle(id, "paid")
    const late = await desk.act(id, "cancel")
    expect(late).toMatchObject({
      status: 409,
      data: { message: expect.stringContaining("paid cannot be canceled") },
    })
    expect((await desk.read(id)).state).toBe("paid")
    sandbox.setWebhooks({ enabled: true })
  })

  it("while the gateway cannot be asked: 503, and nothing has changed", async () => {
    const id = await desk.pending(500)
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "withdraws.cancel",
      times: 3,
    })
    expect((await desk.act(id, "cancel")).status).toBe(503)
    expect((await desk.read(id)).state).toBe("pending")
  })
})

describe("what is asked for", () => {
  it.each([
    ["amount", "1,000"],
    ["amount", "1e3"],
    ["amount", -5],
    ["amount", "0.001"],
    ["amount", 0],
    ["amount", null],
    ["bank_code", "4"],
    ["account_number", "55566677788899900"],
    ["account_number", "12345"],
    ["account_name", "ก".repeat(101)],
    ["account_name", ""],
    ["description", "nul\u0000"],
    ["idempotency_key", "nul\u0000"],
    ["idempotency_key", ""],
    ["metadata", { a: "\u0000" }],
    ["destination", "wallet"],
  ])("a wrong %s (%j) is named, and not repeated", async (field, value) => {
    const answer = await desk.ask({ [field]: value })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toMatch(new RegExp(`^${field}: `))
    const text = JSON.stringify(value)
    if (text.length > 6) {
      expect(JSON.stringify(answer.data)).not.toContain(text.slice(1, -1))
    }
    expect(await countRows()).toBe(0)
  })

  it("no body, and a list, are refused", async () => {
    expect((await post([])).status).toBe(400)
    // It goes as a form, which another site could send along with the cookie of staff.
    expect((await post("text")).status).toBe(415)
    expect((await post({})).data.message).toContain("amount: ")
  })

  it("spaces and dashes in the number are ignored; an unknown bank is taken", async () => {
    const created = await desk.create({
      amount: 20,
      account_number: "987-6 54321-0",
      bank_code: "999",
    })
    expect(created).toMatchObject({ account_last4: "3210", amount: 20 })
  })

  it("no table of the database holds the account number", async () => {
    await desk.create({ amount: 20, idempotency_key: "k" })
    await bulk([desk.payout({ amount: 30 })])
    await desk.send()
    const tables = await sql<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
    )
    expect(tables.length).toBeGreaterThan(50)
    for (const { table_name } of tables) {
      const found = await sql(
        `select 1 from "${table_name}" as t where t::text like ? limit 1`,
        [`%${BENEFICIARY}%`]
      )
      expect([table_name, found]).toEqual([table_name, []])
    }
  })
})

describe("limits", () => {
  it("above the one for a payout it is refused, and nothing is written", async () => {
    const answer = await desk.ask({ amount: "50000.01" })
    expect(answer).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining("THB 50000.00") },
    })
    expect(await countRows()).toBe(0)
  })

  it("above what is left of the day it is refused; what failed and yesterday's does not count", async () => {
    // Nor does midnight come.
    clock.stop()
    const dayBegan = startOfBangkokDay(new Date(clock.now()))
    await desk.create({ amount: 50_000 })
    const { id } = await desk.create({ amount: 30_000 })
    const refused = await desk.ask({ amount: "10000.01" })
    expect(refused).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining("THB 10000.00") },
    })
    await desk.act(id, "reject")
    expect((await desk.ask({ amount: 10_000.01 })).status).toBe(201)
    // The first moment of today in Bangkok, and the last one of yesterday.
    await sql(
      "update one2pays_withdraw set created_at = ? where amount = 50000",
      [dayBegan.toISOString()]
    )
    expect((await desk.ask({ amount: 35_000 })).status).toBe(400)
    await sql(
      "update one2pays_withdraw set created_at = created_at - interval '1 millisecond' where amount = 50000"
    )
    // Not a matter of the day any more, but still to come out of the wallet.
    expect((await desk.ask({ amount: 35_000 })).status).toBe(201)
    expect((await desk.ask({ amount: 10_000 })).data.message).toContain(
      "left in the wallet"
    )
  })

  it("the wallet is checked with what waits for approval taken off", async () => {
    sandbox.setWallet({ wallet: "3000.00" })
    await desk.create({ amount: 2000 })
    const refused = await desk.ask({ amount: "1000.01" })
    expect(refused).toMatchObject({
      status: 400,
      data: {
        message: expect.stringContaining("left in the wallet: THB 1000.00"),
      },
    })
    await desk.create({ amount: 1000 })
  })

  it("of 50 that are asked for at once, and a wallet for 10, exactly 10 succeed", async () => {
    sandbox.setWallet({ wallet: "19999.99" })
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk.ask({ amount: "1999.99" }))
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(10)
    expect(statuses.filter((status) => status === 400)).toHaveLength(40)
    expect(await countRows()).toBe(10)
  })

  it("of 50 at once within the limit of a day for 9, exactly 9 succeed", async () => {
    sandbox.setWallet({ wallet: "1000000.00" })
    // Midnight does not come.
    clock.stop()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk.ask({ amount: 10_000 }))
    )
    const created = answers.filter(({ status }) => status === 201)
    expect(created).toHaveLength(9)
  })

  it("without a balance that was ever told: 503, and nothing is written", async () => {
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "balance",
      times: Infinity,
    })
    const answer = await desk.ask()
    expect(answer).toMatchObject({
      status: 503,
      data: { code: "one2pays_unavailable" },
    })
    expect(await countRows()).toBe(0)
  })
})

describe("the same request again", () => {
  it("a double click is one payout", async () => {
    const clicks = await Promise.all(
      Array.from({ length: 5 }, () =>
        desk.ask({ amount: 70, idempotency_key: "click" })
      )
    )
    expect(clicks.map(({ status }) => status)).toEqual(Array(5).fill(201))
    const ids = clicks.map(({ data }) => (data.withdraw as Shown).id)
    expect(new Set(ids).size).toBe(1)
    expect(await countRows()).toBe(1)
  })

  it.each([
    ["amount", { amount: 71 }],
    [
      "account with the same last four digits",
      { account_number: SAME_LAST_FOUR },
    ],
    ["bank", { bank_code: "014" }],
    ["description", { description: "other" }],
    ["metadata", { metadata: { a: 2 } }],
  ])("under the same key for another %s it is 409", async (_, other) => {
    const first = { amount: 70, idempotency_key: "k", metadata: { a: 1 } }
    await desk.create(first)
    const again = await desk.ask({ ...first, ...other })
    expect(again).toMatchObject({
      status: 409,
      data: {
        code: "one2pays_idempotency_key_reused",
        message: expect.stringContaining("Ask again to have this one"),
      },
    })
    expect(await countRows()).toBe(1)
  })

  it("the order of metadata and the writing of the number make no difference", async () => {
    const key = { amount: "70", idempotency_key: "k" }
    const first = await desk.create({
      ...key,
      metadata: { b: 1, a: [{ d: 1, c: 2 }] },
    })
    const second = await desk.create({
      ...key,
      amount: 70.0,
      account_number: "987-654-3210",
      metadata: { a: [{ c: 2, d: 1 }], b: 1 },
    })
    expect(second.id).toBe(first.id)
  })

  it("one key is not for a payout and an upload", async () => {
    await desk.create({ amount: 70, idempotency_key: "k" })
    const upload = await bulk([desk.payout({ amount: 70 })], {
      idempotency_key: "k",
    })
    expect(upload.status).toBe(409)
    await bulk([desk.payout({ amount: 80 })], { idempotency_key: "u" })
    const single = await desk.ask({ amount: 80, idempotency_key: "u" })
    expect(single.status).toBe(409)
    expect(await countRows()).toBe(2)
  })
})

describe("many at once", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      desk.payout({ amount: 1, description: `row ${at + 1}` })
    )

  it("10,000 are taken, all of one batch, and nothing is sent by asking", async () => {
    // As long as they may be.
    const longest = rows(10_000).map((row) => ({
      ...row,
      account_name: "ก".repeat(100),
      description: "ข".repeat(255),
    }))
    const answer = await bulk(longest, { idempotency_key: "up" })
    expect(answer.status).toBe(201)
    expect(answer.data).toMatchObject({ count: 10_000 })
    const batch = String(answer.data.batch_id)
    expect((await desk.list(`batch_id=${batch}&limit=1`)).count).toBe(10_000)
    // Sent again, it is the same upload.
    const again = await bulk(longest, { idempotency_key: "up" })
    expect(again.data.batch_id).toBe(batch)
    expect(await countRows()).toBe(10_000)
  })

  it("with wrong rows nothing is written, and each is named by its number", async () => {
    const answer = await bulk([
      ...rows(3),
      desk.payout({ amount: "1,000", account_number: "12" }),
      ...rows(5),
      desk.payout({ bank_code: "x" }),
      "nonsense",
    ])
    expect(answer.status).toBe(400)
    const lines = String(answer.data.message).split("\n")
    expect(lines).toEqual([
      expect.stringMatching(/^row 4: amount: .*; account_number: /),
      expect.stringMatching(/^row 10: bank_code: /),
      expect.stringMatching(/^row 11: body: /),
    ])
    expect(await countRows()).toBe(0)
  })

  it("each above the limit for one payout is named by its row", async () => {
    const asked = [
      ...rows(2),
      desk.payout({ amount: "50000.01" }),
      desk.payout({ amount: 60_000 }),
    ]
    const answer = await bulk(asked)
    expect(answer).toMatchObject({
      status: 400,
      data: {
        code: "one2pays_max_amount",
        message: [
          "row 3: amount: THB 50000.01 is above the limit of THB 50000.00 for one payout",
          "row 4: amount: THB 60000.00 is above the limit of THB 50000.00 for one payout",
        ].join("\n"),
      },
    })
    expect(await countRows()).toBe(0)
  })

  it("together above the wallet nothing is written", async () => {
    sandbox.setWallet({ wallet: "99.00" })
    const answer = await bulk(rows(100))
    expect(answer.status).toBe(400)
    expect(answer.data.message).toBe(
      "amount: THB 100.00 is above what is left in the wallet: THB 99.00"
    )
    expect(await countRows()).toBe(0)
  })

  it.each([[[]], [null], [{}], [Array(10_001).fill({})]])(
    "rows must be 1 to 10,000 (%#)",
    async (wrong) => {
      const answer = await bulk(wrong)
      expect(answer.status).toBe(400)
      expect(answer.data.message).toMatch(/^rows: /)
    }
  )

  it("a workflow does the same for a shop's own code", async () => {
    const { result } = await createWithdrawsWorkflow(shop.getContainer()).run({
      input: { rows: rows(2), requested_by: "system" },
    })
    expect(result.map(({ state }) => state)).toEqual(["approved", "approved"])
    await expect(
      createWithdrawsWorkflow(shop.getContainer()).run({
        input: {
          rows: [...rows(2), desk.payout({ amount: NaN })],
          requested_by: "system",
        },
      })
    ).rejects.toMatchObject({
      message: expect.stringMatching(/^row 3: amount: /),
    })
  })
})

describe("the list", () => {
  it("filters, searches, sorts and counts", async () => {
    const small = await desk.create({ amount: 20, description: "ค่าเช่า" })
    const middle = await desk.create({ amount: 300, account_name: "Bob_B" })
    const large = await desk.create({ amount: 4000 })
    const ids = async (query: string) =>
      (await desk.list(query)).withdraws.map(({ id }) => id)

    expect(await ids("")).toEqual([large.id, middle.id, small.id])
    expect(await ids("order=amount")).toEqual([small.id, middle.id, large.id])
    expect(await ids("state=requires_approval")).toEqual([large.id])
    expect(await ids("kind=refund")).toEqual([])
    expect(await ids(`q=${encodeURIComponent("ค่าเช่า")}`)).toEqual([small.id])
    expect(await ids("q=BOB_b")).toEqual([middle.id])
    // A wildcard is a character like any other.
    expect(await ids("q=%25")).toEqual([])
    expect(await ids(`q=${large.reference_id}`)).toEqual([large.id])
    expect(await ids("issue=open")).toEqual([])
    expect(await ids("created_to=2020-01-01")).toEqual([])
    const dayOf = ({ created_at }: Shown) => bangkokDay(new Date(created_at))
    const days = `created_from=${dayOf(small)}&created_to=${dayOf(large)}`
    expect(await ids(days)).toEqual([large.id, middle.id, small.id])
    const page = await desk.list("limit=1&offset=1&order=-amount")
    expect(page).toMatchObject({ count: 3, limit: 1, offset: 1 })
    expect(page.withdraws.map(({ id }) => id)).toEqual([middle.id])
  })

  it("names what it does not understand", async () => {
    const answer = await desk.checker.get(`${path}?state=lost`)
    expect(answer.status).toBe(400)
    expect(answer.data.message).toMatch(/^state: expected one or more of/)
  })
})

it("the export has 5,000 rows, Thai names, no formulas and no account number", async () => {
  await bulk(
    Array.from({ length: 5000 }, (_, at) =>
      desk.payout({ amount: 1, description: at === 7 ? "=1+1" : undefined })
    )
  )
  let answer!: Answer
  const queries = await countQueries(shop.getContainer(), async () => {
    answer = await desk.checker.get(`${path}/export?kind=payout`)
  })
  // Many rows at a time.
  expect(queries).toBeGreaterThan(0)
  expect(queries).toBeLessThan(50)
  expect(answer.headers["content-type"]).toContain("text/csv")
  expect(answer.headers["content-disposition"]).toContain("payouts.csv")
  // No length can be known of what is streamed.
  expect(answer.headers["transfer-encoding"]).toBe("chunked")
  const text = answer.data as unknown as string
  const lines = text.trim().split("\r\n")
  expect(lines).toHaveLength(5001)
  expect(new Set(lines).size).toBe(5001)
  expect(text).toContain(BENEFICIARY_NAME)
  expect(text).toContain("'=1+1")
  expect(text).not.toContain(BENEFICIARY)
  expect((await desk.checker.get(`${path}/export?limit=1`)).status).toBe(400)
})

describe("as a workbook", () => {
  /** What a spreadsheet shows of a file, in Thai. */
  async function open(file: string): Promise<unknown[][]> {
    const answer = await fetch(
      `http://localhost:${process.env.PORT}${path}/${file}`,
      {
        headers: {
          authorization: `Bearer ${desk.checker.token}`,
          "x-medusa-locale": "th",
        },
      }
    )
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ])
    const { readXlsx } = await import("hucre/xlsx")
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()))
    return sheets[0]!.rows
  }
  const cell = (rows: unknown[][], line: number, heading: string) =>
    rows[line]?.[rows[0]!.indexOf(heading)]

  it("payouts have Thai headings, words and people's names, in the days that the file's name says", async () => {
    const { id } = await desk.create({ amount: 1290.5 })
    await sql(
      "update \"user\" set first_name = 'สมศรี', last_name = 'ขยัน' where id = ?",
      [desk.maker.userId]
    )
    const rows = await open("export?format=xlsx&era=be")
    expect(rows).toHaveLength(2)
    expect(cell(rows, 1, "รหัส")).toBe(id)
    expect(cell(rows, 1, "จำนวนเงิน (บาท)")).toBe(1290.5)
    expect(cell(rows, 1, "รหัสธนาคาร")).toMatch(/^\d{3}$/)
    expect(cell(rows, 1, "สถานะ")).toBe("รออนุมัติ")
    expect(cell(rows, 1, "ประเภท")).toBe("จ่ายเงินออก")
    expect(cell(rows, 1, "ผู้ขอ")).toBe("สมศรี ขยัน")
    expect(cell(rows, 1, "วันที่สร้าง")).toBeInstanceOf(Date)

    const month = await desk.checker.get(
      `${path}/export?format=xlsx&created_from=2026-11-01&created_to=2026-11-30`
    )
    expect(month.headers["content-disposition"]).toBe(
      'attachment; filename="payouts-2026-11-01-to-2026-11-30.xlsx"'
    )
    const refused = await desk.checker.get(`${path}/export?format=pdf`)
    expect([refused.status, refused.data.message]).toEqual([
      400,
      expect.stringMatching(/^format: expected csv or xlsx/),
    ])
  })

  it("the trail tells who did what and why, also of somebody who has left", async () => {
    const { id } = await desk.create({ amount: 1290.5 })
    await desk.checker.post(`${path}/${id}/reject`, { reason: "ยอดไม่ตรง" })
    await sql(
      "update \"user\" set first_name = 'Somchai', deleted_at = now() where id = ?",
      [desk.checker.userId]
    )
    const answer = await desk.maker.get(`${path}/trail`)
    const lines = (answer.data as unknown as string).trim().split("\r\n")
    expect(lines[0]).toBe(
      "withdraw_id,created_at,from_state,to_state,actor,actor_name,reason"
    )
    expect(lines[1]).toMatch(`${id},`)
    expect(lines[2]).toMatch(
      new RegExp(
        `^${id},.*,requires_approval,rejected,user_\\w+,Somchai.*,ยอดไม่ตรง$`
      )
    )
  })

  it("the template keeps 004 as a text, and its CSV has the fields' names", async () => {
    const rows = await open("template?format=xlsx")
    expect(rows).toEqual([
      ["จำนวนเงิน (บาท)", "รหัสธนาคาร", "ชื่อบัญชี", "เลขที่บัญชี", "รายละเอียด"],
      [1290.5, "004", "Somsri Khayan", "0000000000", "Invoice 17"],
    ])
    const { data } = await desk.checker.get(`${path}/template`)
    expect(data).toMatch(
      /^\ufeff?amount,bank_code,account_name,account_number,description\r\n1290\.50,004,/
    )
  })
})

describe("who may", () => {
  it("nobody who is not logged in", async () => {
    const anyone = axios.create({
      baseURL: `http://localhost:${process.env.PORT}`,
      validateStatus: () => true,
    })
    const { id } = await desk.create()
    for (const [method, route] of [
      ["get", path],
      ["post", path],
      ["post", `${path}/bulk`],
      ["get", `${path}/export`],
      ["get", `${path}/trail`],
      ["get", `${path}/template`],
      ["get", `${path}/${id}`],
      ...["approve", "reject", "cancel", "check", "resolve"].map(
        (action) => ["post", `${path}/${id}/${action}`] as const
      ),
    ] as const) {
      const { status } = await anyone.request({ method, url: route })
      expect([method, route, status]).toEqual([method, route, 401])
    }
    expect((await desk.read(id)).state).toBe("requires_approval")
  })

  it("and what there is not is 404, also where nothing can be", async () => {
    for (const route of [
      `${path}/nothing`,
      `${path}/%00`,
      "/admin/one2pays/payments/%00",
      "/one2pays/orders/%00/qr.png",
    ]) {
      const { status } = await desk.checker.get(route)
      expect([route, status]).toEqual([route, 404])
    }
    expect((await desk.act("%00", "check")).status).toBe(404)
    for (const query of ["q=%00", "order_id=%00"]) {
      const { status } = await desk.checker.get(
        `/admin/one2pays/payments?${query}`
      )
      expect([query, status]).toEqual([query, 400])
    }
    for (const action of ["approve", "reject", "cancel", "check", "resolve"]) {
      const { status } = await desk.act(
        "nothing",
        action,
        action === "resolve" ? { note: "x" } : {}
      )
      expect([action, status]).toEqual([action, 404])
    }
  })
})

it("the trail cannot be changed or deleted, not even by SQL", async () => {
  const { id } = await desk.create()
  for (const statement of [
    "update one2pays_withdraw_event set actor = 'nobody'",
    "update one2pays_withdraw_event set deleted_at = now()",
    "delete from one2pays_withdraw_event",
  ]) {
    await expect(sql(statement)).rejects.toThrow("audit trail")
  }
  expect((await desk.read(id)).events).toHaveLength(1)
})

it("what waits for approval is not sent, however often the job runs", async () => {
  await desk.create()
  await desk.send()
  await desk.send()
  expect(sandbox.callCounts()["withdraws.create"]).toBeUndefined()
})

it("a limit that was lowered, and a day that is full, hold back what was approved before", async () => {
  // Midnight does not come.
  clock.stop()
  const waiting = await desk.create({ amount: 45_000 })
  const other = await desk.create({ amount: 45_000 })
  // Asked for on another day, and a third one today in its place.
  await sql(
    "update one2pays_withdraw set created_at = created_at - interval '2 days'"
  )
  const today = await desk.create({ amount: 1000 })
  await desk.send()
  await desk.approve(waiting.id)
  await desk.send()
  await desk.approve(other.id)
  await desk.send()
  const failed = await desk.untilState(other.id, "failed")
  expect(failed).toMatchObject({ failure: "daily_limit" })
  expect(failed.events.at(-1)!.reason).toContain("Nothing was sent")
  expect((await desk.read(today.id)).state).toBe("pending")
  expect((await desk.read(waiting.id)).state).toBe("pending")
  await until(
    () => sandbox.withdraws.list().length,
    (count) => count === 2
  )
})
