import { Migration20261129235900 } from "../../src/modules/one2pays/migrations/Migration20261129235900"
import { writeIssue } from "../setup/issue-rows"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS, type Shown } from "../setup/payout-desk"

const LANGUAGES = ["en", "th"] as const

const shop = openShop({ sandbox: { withdrawStepMs: null }, env: PAYOUT_LIMITS })
const { variant, buyer, desk, sandbox, sql } = shop

beforeAll(() => shop.holdReconciliation())

const path = "/admin/one2pays/withdraws"

/** The answers that a person gets at a dashboard in each language. */
const answers = async (
  who: "maker" | "checker",
  url: string,
  body: object = {}
) => {
  const answered = []
  for (const language of LANGUAGES) {
    const { status, data, headers } = await desk[who]
      .speaking(language)
      .post(url, body)
    expect(headers["content-language"]).toBe(language)
    answered.push({ status, code: data.code, message: data.message })
  }
  return answered
}

describe("staff read in the dashboard's language", () => {
  it("that nobody approves their own request", async () => {
    const { id } = await desk.create()
    const code = "one2pays_own_request"
    expect(await answers("maker", `${path}/${id}/approve`)).toEqual([
      {
        status: 403,
        code,
        message: "You asked for this payout: somebody else must approve it.",
      },
      {
        status: 403,
        code,
        message: "คุณเป็นผู้ขอจ่ายเงินออกรายการนี้ ต้องให้ผู้อื่นเป็นผู้อนุมัติ",
      },
    ])
  })

  it("that a payout has been decided already", async () => {
    const { id } = await desk.create()
    await desk.act(id, "reject", { reason: "ผิดบัญชี" })
    const code = "one2pays_wrong_state"
    expect(await answers("checker", `${path}/${id}/cancel`)).toEqual([
      {
        status: 409,
        code,
        message: "A payout that is rejected cannot be canceled.",
      },
      {
        status: 409,
        code,
        message: "ไม่สามารถยกเลิกรายการจ่ายเงินออกนี้ได้ สถานะปัจจุบัน: ไม่อนุมัติ",
      },
    ])
  })

  it("which limit does not allow it", async () => {
    const code = "one2pays_max_amount"
    const body = desk.payout({ amount: 60_000 })
    expect(await answers("maker", path, body)).toEqual([
      {
        status: 400,
        code,
        message:
          "amount: THB 60000.00 is above the limit of THB 50000.00 for one payout",
      },
      {
        status: 400,
        code,
        message: "จำนวนเงิน 60000.00 บาท เกินวงเงินต่อรายการ 50000.00 บาท",
      },
    ])
  })

  it("which row and field is wrong", async () => {
    const rows = [desk.payout(), desk.payout({ bank_code: "4" })]
    const [en, th] = await answers("maker", `${path}/bulk`, { rows })
    expect([en!.status, th!.status]).toEqual([400, 400])
    expect(en!.message).toBe(
      "row 2: bank_code: expected a 3-digit Thai bank code, such as 004"
    )
    expect(th!.message).toBe(
      "แถว 2: bank_code: ต้องเป็นรหัสธนาคารไทย 3 หลัก เช่น 004"
    )
  })

  it("what is wrong at One2Pays, and not what a customer could do", async () => {
    const id = await desk.pending(500)
    sandbox.addFault({
      kind: "unavailable",
      endpoint: "withdraws.cancel",
      times: Infinity,
    })
    const code = "one2pays_unavailable"
    expect(await answers("checker", `${path}/${id}/cancel`)).toEqual([
      {
        status: 503,
        code,
        message: "One2Pays is temporarily unavailable.",
      },
      {
        status: 503,
        code,
        message: "One2Pays ไม่พร้อมให้บริการชั่วคราว",
      },
    ])
  })

  it("that there is no such payout", async () => {
    const [en, th] = await answers("checker", `${path}/o2pwd_0/check`)
    expect([en!.status, th!.status]).toEqual([404, 404])
    expect(en!.message).toBe("There is no One2Pays payout o2pwd_0.")
    expect(th!.message).toBe("ไม่พบรายการจ่ายเงินออก o2pwd_0")
  })

  it("that an account number does not open any more", async () => {
    const { id } = await desk.create()
    await sql(
      `update one2pays_withdraw set state = 'failed', issue = 'refund_failed', issue_raised_at = now(),
        payment_id = 'o2ppay_0', account_sealed = 's1.another.key.of.old' where id = ?`,
      [id]
    )
    const [en, th] = await answers("checker", `${path}/${id}/pay-back`)
    expect(en).toMatchObject({
      status: 500,
      code: "one2pays_misconfigured",
      message: expect.stringContaining("does not open"),
    })
    expect(th!.message).toMatch(/^ไม่สามารถอ่านเลขที่บัญชี/)
  })

  it("why a payout failed, and its trail, beside what a person wrote", async () => {
    const { id } = await desk.create()
    await desk.approve(id)
    await sql(
      "update one2pays_withdraw set failure = 'INVALID_BANK_CODE' where id = ?",
      [id]
    )
    const other = await desk.create()
    await desk.act(other.id, "reject", { reason: "ผิดบัญชี" })
    const read = async (payout: string) =>
      (await desk.checker.speaking("th").get(`${path}/${payout}`)).data
        .withdraw as Shown & { failure_message: string }
    const shown = await read(id)
    expect(shown).toMatchObject({
      failure: "INVALID_BANK_CODE",
      failure_message: expect.stringContaining("One2Pays ไม่รับบัญชีของธนาคารนี้"),
    })
    expect(shown.events.slice(0, 2).map(({ reason }) => reason)).toEqual([
      "ขอจ่ายเงินออก",
      "อนุมัติ",
    ])
    expect((await read(other.id)).events.at(-1)?.reason).toBe("ผิดบัญชี")
  })
})

describe("of a payment", () => {
  const paymentOf = (orderId: string, language: "en" | "th") =>
    desk.maker.speaking(language).paymentOf(orderId)

  it("they read that somebody else is at it, and not core's words about idempotency", async () => {
    const orderId = await buyer.placeOrder(variant)
    const { id } = await paymentOf(orderId, "en")
    await shop.one2pays.payments.lease(id, 60)
    const code = "one2pays_in_progress"
    expect(
      await answers("maker", `/admin/one2pays/payments/${id}/check`)
    ).toEqual([
      {
        status: 409,
        code,
        message: `Payment ${id} is being worked on right now. Try again in a moment.`,
      },
      {
        status: 409,
        code,
        message: `ระบบกำลังดำเนินการกับรายการชำระเงิน ${id} กรุณาลองใหม่อีกครั้งในอีกสักครู่`,
      },
    ])
  })

  it("they read the notices of the feed, by the cookie in which the dashboard keeps its language", async () => {
    sandbox.setWebhooks({ enabled: false })
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "25.00" })
    await shop.reconcile()
    await shop.untilNotice(orderId)
    const feed = async (headers: Record<string, string>) => {
      const { data } = await desk.checker.get("/admin/notifications", headers)
      return (data.notifications as { data: object }[]).map((each) => each.data)
    }
    const { data } = await desk.checker.get(
      `/admin/orders/${orderId}?fields=display_id`
    )
    const number = (data as { order: { display_id: number } }).order.display_id
    const url = `/app/one2pays/payments?show=open&q=${orderId}`
    const english = {
      title: `The payment of order #${number} needs attention`,
      description: "Received THB 25.00, expected THB 250.00.",
      file: { filename: "Open", url },
    }
    const thai = {
      title: `การชำระเงินของคำสั่งซื้อ #${number} ต้องตรวจสอบ`,
      description: "ได้รับเงิน 25.00 บาท แต่ยอดที่ต้องชำระคือ 250.00 บาท",
      file: { filename: "เปิดดู", url },
    }
    expect(await feed({ cookie: "lng=en" })).toMatchObject([english])
    expect(
      await feed({ cookie: "lng=th", "accept-language": "en-US,en" })
    ).toMatchObject([thai])
    // A dashboard at another address sends no cookie.
    expect(await feed({ "accept-language": "th-TH,th" })).toMatchObject([thai])
  })

  it("they read what came, and by which payout it went back", async () => {
    sandbox.setWebhooks({ enabled: false })
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "25.00" })
    await shop.reconcile()
    const { id, issue } = await paymentOf(orderId, "th")
    expect(issue!.detail).toBe("ได้รับเงิน 25.00 บาท แต่ยอดที่ต้องชำระคือ 250.00 บาท")
    const { data } = await desk.maker.post(
      `/admin/one2pays/payments/${id}/pay-back`
    )
    const payout = (data.withdraw as Shown).id
    await desk.approve(payout)
    await desk.send()
    sandbox.withdraws.settle(payout, "paid")
    await desk.act(payout, "check")
    const closed = await paymentOf(orderId, "th")
    expect(closed.issue!.resolution).toBe(
      `โอนเงินคืนด้วยรายการจ่ายเงินออก ${payout}`
    )
    expect((await paymentOf(orderId, "en")).issue).toMatchObject({
      detail: "Received THB 25.00, expected THB 250.00.",
      resolution: `Paid back by ${payout}`,
    })
  })
})

describe("of a row from before there were messages", () => {
  const inThai = async (kind: "payments" | "withdraws", id: string) =>
    (await desk.checker.speaking("th").get(`/admin/one2pays/${kind}/${id}`))
      .data

  it.each(["payment", "withdraw"] as const)(
    "they read the text of a %s as it is",
    async (kind) => {
      const id = `old_${kind}`
      await writeIssue(shop.getContainer(), kind, {
        id,
        reference_id: id,
        issue_detail: "Received THB 25.00, expected THB 250.00.",
        resolved_at: "2026-11-22T09:00:00Z",
        resolution: "Paid back by o2pwd_0",
      })
      const shown = await inThai(`${kind}s`, id)
      expect((shown[kind] as Shown).issue).toMatchObject({
        detail: "Received THB 25.00, expected THB 250.00.",
        resolution: "Paid back by o2pwd_0",
      })
    }
  )

  it("they read the text of its trail as it is", async () => {
    const { id } = await desk.create()
    await sql(
      `insert into one2pays_withdraw_event (id, withdraw_id, actor, to_state, reason, created_at)
       values ('o2pwe_0', ?, 'system', 'requires_approval', 'requested', '2026-11-21')`,
      [id]
    )
    const { withdraw } = await inThai("withdraws", id)
    expect((withdraw as Shown).events.map(({ reason }) => reason)).toEqual([
      "requested",
      "ขอจ่ายเงินออก",
    ])
  })

  it("money for an order that was rolled back gets the code that it has now, and somebody else's keeps its own", async () => {
    const details = {
      old_lost:
        "THB 250.00 was paid for order_1, but Medusa has no such order any more. Cart cart_1, customer somchai@example.com. Payment session payses_1.",
      old_foreign: "Payment 1 was made for reference order_2, not for order_1.",
    }
    for (const [id, issue_detail] of Object.entries(details)) {
      await writeIssue(shop.getContainer(), "payment", {
        id,
        reference_id: id,
        issue: "unknown_reference",
        issue_detail,
      })
    }
    await migrate()
    const lost = await inThai("payments", "old_lost")
    expect(lost.payment).toMatchObject({
      issue: { code: "order_rolled_back", detail: details.old_lost },
      can_pay_back: true,
    })
    const foreign = await inThai("payments", "old_foreign")
    expect(foreign.payment).toMatchObject({
      issue: { code: "unknown_reference", detail: details.old_foreign },
      can_pay_back: false,
    })
  })

  /** Once more: what it adds is there by now. */
  async function migrate(): Promise<void> {
    const migration = new Migration20261129235900(
      undefined as never,
      undefined as never
    )
    await migration.up()
    for (const statement of migration.getQueries()) {
      await sql(statement as string)
    }
  }
})

it("what is wrong with One2Pays stands in the balance and in the status, in Thai", async () => {
  sandbox.addFault({
    kind: "unavailable",
    endpoint: "balance",
    times: Infinity,
  })
  const staff = desk.maker.speaking("th")
  const balance = await staff.get("/admin/one2pays/balance")
  expect(balance.data.problem).toEqual({
    code: "SERVICE_UNAVAILABLE",
    message: "One2Pays ไม่พร้อมให้บริการชั่วคราว",
  })
  const status = await staff.get("/admin/one2pays/status")
  expect(status.data.status).toMatchObject({
    gateway: { problem: { message: "One2Pays ไม่พร้อมให้บริการชั่วคราว" } },
  })
})
