import { openShop } from "../setup/open-shop"
import { BENEFICIARY } from "../setup/payout-desk"
import { until } from "../setup/until"

const shop = openShop({ provesUnit: false, webhooks: false })
const { admin, desk, sandbox, sql } = shop

const PATH = "/admin/one2pays/account-checks"

const CREATE = {
  confirmed: true,
  account_name: "Account Check",
  account_number: BENEFICIARY,
  bank_code: "004",
}

interface View {
  id: string
  state: string
  by: string
  done: number
  of: number
  findings: {
    topic: string
    mark: string
    text: string
    config: string | null
  }[]
  verdict: { is_ready: boolean; lines: string[] } | null
}

const read = async (reader = admin): Promise<View | null> =>
  (await reader.get(PATH)).data.account_check as View | null

const ended = () =>
  until(
    () => read(),
    (check) => check?.state === "ended"
  )

describe("a check of the account", () => {
  it("that only reads creates nothing, and says so in the reader's language", async () => {
    expect(await read()).toBeNull()
    const { status, data } = await desk.maker.post(PATH, {})
    expect(status).toBe(202)
    expect(data.account_check).toMatchObject({ verdict: null })
    const check = await ended()
    expect(check).toMatchObject({
      state: "ended",
      verdict: { is_ready: false },
    })
    expect(check?.findings.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(["address", "clock", "keys", "balance", "lists"])
    )
    expect(check?.findings.filter(({ mark }) => mark === "bad")).toEqual([])
    expect(sandbox.payments.list()).toEqual([])
    const thai = await read(admin.speaking("th"))
    expect(thai?.verdict?.lines[0]).toMatch(/ยังไม่พร้อม/)
    expect(await read()).toEqual(check)
  })

  it("that may create a payment cancels it, and proves the unit", async () => {
    const { status } = await admin.post(PATH, { create: CREATE })
    expect(status).toBe(202)
    expect(await ended()).toMatchObject({ verdict: { is_ready: true } })
    const payments = sandbox.payments.list()
    expect(payments.length).toBeGreaterThan(1) // the check's and the proof's
    expect(new Set(payments.map(({ status }) => status))).toEqual(
      new Set(["canceled"])
    )
    const { data } = await admin.get("/admin/one2pays/status")
    expect(data.status).toMatchObject({ unit: { state: "proved" } })
    const rows = await sql("select account_check from one2pays_gateway_state")
    expect(JSON.stringify(rows)).not.toContain(BENEFICIARY)
  })

  it("wants a confirmation before it creates, and one kind of body", async () => {
    const { confirmed: _, ...unconfirmed } = CREATE
    for (const body of [
      { create: unconfirmed },
      { create: { ...CREATE, confirmed: false } },
      { create: true },
    ]) {
      expect((await admin.post(PATH, body)).status).toBe(400)
    }
    expect(await read()).toBeNull()
    expect(sandbox.payments.list()).toEqual([])
  })

  it("runs once at a time in all instances, and a dead one blocks none for good", async () => {
    await admin.post(PATH, {})
    const check = await ended()
    await sql(
      `update one2pays_gateway_state set account_check_until = now() + interval '1 minute',
       account_check = account_check || '{"ended_at": null}'`
    )
    expect(await read()).toMatchObject({ id: check?.id, state: "running" })
    const refused = await admin.post(PATH, {})
    expect(refused.status).toBe(409)
    expect(refused.data.code).toBe("one2pays_account_check_running")
    await sql(
      "update one2pays_gateway_state set account_check_until = now() - interval '1 second'"
    )
    expect(await read()).toMatchObject({ state: "interrupted" })
    expect((await admin.post(PATH, {})).status).toBe(202)
    expect((await ended())?.id).not.toBe(check?.id)
  })

  it("names what is wrong instead of failing", async () => {
    sandbox.setActive(false)
    await admin.post(PATH, {})
    const check = await ended()
    expect(check?.findings).toContainEqual(
      expect.objectContaining({ topic: "keys", mark: "bad" })
    )
    expect(check?.verdict?.is_ready).toBe(false)
  })
})
