import { randomUUID } from "node:crypto"
import { createServer, type Server } from "node:http"
import fs from "node:fs"
import type { AddressInfo } from "node:net"
import path from "node:path"
import { Modules } from "@medusajs/framework/utils"
import {
  ONE2PAYS_EVENTS,
  type One2PaysEvents,
} from "medusa-plugin-one2pays/modules/one2pays"
import { tellStaffWorkflow } from "medusa-plugin-one2pays/workflows"
import { openShop } from "../setup/open-shop"
import { BENEFICIARY } from "../setup/payout-desk"
import { until } from "../setup/until"

const MERCHANT = path.resolve(__dirname, "../apps/merchant")

/** LINE, as far as a shop's provider talks to it. */
const line = {
  server: undefined as Server | undefined,
  isDown: false,
  isSilent: false,
  asked: 0,
  got: [] as { to: string; messages: { text: string }[] }[],
}

const env: Record<string, string> = {
  ONE2PAYS_WITHDRAWS: JSON.stringify({ approvalAbove: 1000, duplicateDays: 0 }),
  ONE2PAYS_BALANCE_ALERT: "5000",
  ONE2PAYS_NOTIFY: JSON.stringify([
    { to: ["finance@shop.example", "owner@shop.example"], locale: "th" },
    {
      channel: "line",
      to: "C4af4980629",
      locale: "en",
      topics: ["waits_for_approval", "balance_low"],
    },
    // No provider takes it.
    { channel: "pager", to: "1", topics: ["rejected"] },
  ]),
  MEDUSA_BACKEND_URL: "https://api.shop.example",
}

// Before the shop reads its config.
beforeAll(async () => {
  line.server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      line.asked++
      if (line.isSilent) return
      if (!line.isDown) {
        line.got.push(JSON.parse(Buffer.concat(chunks).toString()))
      }
      response.writeHead(line.isDown ? 500 : 200).end("{}")
    })
  })
  await new Promise<void>((resolve) => {
    line.server!.listen(0, "localhost", resolve)
  })
  const { port } = line.server.address() as AddressInfo
  env.LINE_API_URL = `http://localhost:${port}`
})

afterAll(() => line.server?.close())

const shop = openShop({
  configDirectory: MERCHANT,
  sandbox: { withdrawStepMs: null },
  env,
})
const { variant, buyer, desk, sandbox, sql } = shop

beforeAll(() => shop.holdReconciliation())

beforeEach(() => {
  line.isDown = false
  line.isSilent = false
  line.asked = 0
  line.got = []
})

const tell = () => tellStaffWorkflow(shop.getContainer()).run()

interface Shown {
  title: string
  description: string
  file: { filename: string; url: string }
}

/** The feed as somebody reads it, the oldest first. */
async function feed(language: "en" | "th"): Promise<Shown[]> {
  const { data } = await desk.checker.get(
    "/admin/notifications?channel=feed&order=created_at",
    { cookie: `lng=${language}` }
  )
  return (data.notifications as { data: Shown }[]).map((each) => each.data)
}

const untilFeed = (count: number) =>
  until(
    () => feed("en"),
    ({ length }) => length >= count
  )

interface Mail {
  to: string
  template: string
  status: string
  data: Record<string, unknown>
}

const mails = async (channel = "email") =>
  (await shop
    .resolve(Modules.NOTIFICATION)
    .listNotifications(
      { channel },
      { order: { created_at: "ASC" } }
    )) as unknown as Mail[]

const untilMails = (count: number, channel?: string) =>
  until(
    () => mails(channel),
    ({ length }) => length >= count
  )

/** Waits until the shop's own process has nothing to tell. */
const untilTold = () =>
  until(
    () => sql("select id from one2pays_notice where told_at is null"),
    ({ length }) => length === 0
  )

/** A process that had claimed notices died, or the minute between two of a topic is over. */
const letTimePass = () =>
  sql(
    "update one2pays_notice set due_at = due_at - interval '1 hour', claimed_at = claimed_at - interval '1 hour'"
  )

/** Writes a notice that no process has been asked to tell. */
async function write({
  topic,
  amount,
  event,
}: {
  topic: string
  amount: string
  event?: object
}) {
  await sql(
    `insert into one2pays_notice (id, topic, amount, subject, event, due_at)
     values (?, ?, ?, ?, nullif(?, '')::jsonb, now())`,
    [
      `o2pnt_${randomUUID()}`,
      topic,
      amount,
      JSON.stringify({ kind: "payout", id: "o2pwd_1", order_id: null }),
      event ? JSON.stringify(event) : "",
    ]
  )
}

/** Hears what the shop's subscribers hear. */
function hear<Name extends keyof One2PaysEvents>(name: Name) {
  const heard: One2PaysEvents[Name][] = []
  shop.resolve(Modules.EVENT_BUS).subscribe(
    name,
    ({ data }) => {
      heard.push(data as One2PaysEvents[Name])
      return Promise.resolve()
    },
    { subscriberId: `heard-${randomUUID()}` }
  )
  return heard
}

/** The issues on the page that an entry leads to. */
async function issuesAt({ file }: Shown): Promise<string[]> {
  const { pathname, searchParams } = new URL(file.url, "http://localhost")
  expect(pathname).toBe("/app/one2pays/payments")
  expect(searchParams.get("show")).toBe("open")
  const { data } = await desk.checker.get(
    `/admin/one2pays/issues?${searchParams.toString()}`
  )
  return (data.issues as Issue[]).map(
    ({ payment, withdraw }) => (payment ?? withdraw)!.id
  )
}

interface Issue {
  payment?: { id: string }
  withdraw?: { id: string }
}

describe("a payout that waits for approval", () => {
  it("is an entry of the feed in the reader's language, with a link, a mail and a LINE message", async () => {
    const { id } = await desk.create({ amount: 2000 })
    await untilFeed(1)
    await until(
      () => line.got,
      ({ length }) => length > 0
    )
    const url = `/app/one2pays/payouts/${id}`
    expect(await feed("en")).toMatchObject([
      {
        title: "A payout of THB 2,000.00 waits for approval",
        description:
          "THB 2,000.00. Anybody may approve it but the person who asked for it.",
        file: { filename: "Open", url },
      },
    ])
    expect(await feed("th")).toMatchObject([
      {
        title: "การจ่ายเงินออก 2,000.00 บาท รออนุมัติ",
        description: "2,000.00 บาท ผู้อนุมัติต้องไม่ใช่ผู้ขอ",
        file: { filename: "เปิดดู", url },
      },
    ])
    const address = `https://api.shop.example${url}`
    const sent = await untilMails(2)
    expect(sent.map(({ to }) => to).sort()).toEqual([
      "finance@shop.example",
      "owner@shop.example",
    ])
    expect(sent[0]).toMatchObject({
      template: "one2pays-waits-for-approval",
      status: "success",
      data: {
        ...{ topic: "waits_for_approval", locale: "th", kind: "payout", id },
        ...{ count: 1, amount: "2000.00", url: address },
        title: "การจ่ายเงินออก 2,000.00 บาท รออนุมัติ",
      },
    })
    expect(line.got).toMatchObject([
      {
        to: "C4af4980629",
        messages: [
          {
            text: expect.stringMatching(
              /^A payout of THB 2,000\.00 waits for approval\n.*\n\nhttps:\/\/api\.shop\.example\/app\//s
            ),
          },
        ],
      },
    ])
    const told = JSON.stringify([await feed("en"), sent, line.got])
    expect(told).not.toContain(BENEFICIARY)
  })

  it("is one entry with count and total where a file of two hundred waits", async () => {
    const rows = Array.from({ length: 200 }, () =>
      desk.payout({ amount: 1001 })
    )
    sandbox.setWallet({ wallet: "1000000.00" })
    await desk.forgetBalance()
    const { status } = await desk.maker.post("/admin/one2pays/withdraws/bulk", {
      rows,
      confirm_duplicates: "meant",
    })
    expect(status).toBe(201)
    await untilFeed(1)
    await untilMails(2)
    await tell()
    expect(await feed("en")).toMatchObject([
      {
        title: "200 payouts wait for approval",
        description: "THB 200,200.00 together.",
        file: { url: "/app/one2pays/payouts?approvable=true" },
      },
    ])
    expect(await feed("th")).toMatchObject([
      {
        title: "การจ่ายเงินออก 200 รายการรออนุมัติ",
        description: "รวม 200,200.00 บาท",
      },
    ])
    expect(await mails()).toHaveLength(2)
  })

  it("waits a minute behind another one, and is told with those that came meanwhile", async () => {
    await desk.create({ amount: 2000 })
    await untilFeed(1)
    await untilTold()
    for (const amount of [3000, "1500.50"]) await desk.create({ amount })
    await tell()
    expect(await feed("en")).toHaveLength(1)
    await letTimePass()
    await tell()
    expect(await untilFeed(2)).toMatchObject([
      {},
      {
        title: "2 payouts wait for approval",
        description: "THB 4,500.50 together.",
      },
    ])
  })

  it("is told once by instances that tell at once, and by the next one where an instance died", async () => {
    const { notices } = shop.one2pays
    await desk.create({ amount: 2000 })
    await untilFeed(1)
    await untilTold()
    await letTimePass()
    await write({ topic: "waits_for_approval", amount: "3000.00" })
    const claims = await Promise.all([notices.claim(), notices.claim()])
    expect(claims.flat()).toHaveLength(1)
    const [died] = claims.flat()
    expect(await notices.renew(died!)).toBe(true)
    await letTimePass()
    await Promise.all([tell(), tell(), tell()])
    await tell()
    expect((await feed("en")).map(({ title }) => title)).toEqual([
      "A payout of THB 2,000.00 waits for approval",
      "A payout of THB 3,000.00 waits for approval",
    ])
    expect(await untilMails(4)).toHaveLength(4)
    // It was only slow.
    expect(await notices.renew(died!)).toBe(false)
  })

  it("a provider that never answers keeps the others' letters for a minute, and gets its own again", async () => {
    line.isSilent = true
    await desk.create({ amount: 2000 })
    await untilMails(2)
    await until(
      () => line.asked,
      (asked) => asked === 1
    )
    await write({ topic: "balance_low", amount: "1.00" })
    const next = tell()
    shop.clock.advance(60_000)
    await until(
      () => line.asked,
      (asked) => asked === 2
    )
    expect(await untilFeed(2)).toHaveLength(2)
    shop.clock.advance(60_000)
    await next
    line.isSilent = false
    await letTimePass()
    await tell()
    expect(line.got).toHaveLength(2)
    expect(await mails()).toHaveLength(4)
  })

  it("holds up no money where a provider is down, which gets it later, and the others not once more", async () => {
    line.isDown = true
    const { id } = await desk.create({ amount: 2000 })
    await untilMails(2)
    const [failed] = await until(
      () => mails("line"),
      ([first]) => first?.status === "failure"
    )
    expect(failed!.to).toBe("C4af4980629")
    await desk.approve(id)
    await desk.send()
    await desk.untilState(id, "pending")
    line.isDown = false
    await tell()
    expect(line.got).toEqual([])
    await letTimePass()
    await tell()
    expect(line.got).toHaveLength(1)
    await letTimePass()
    await tell()
    expect(line.got).toHaveLength(1)
    expect(await mails()).toHaveLength(2)
    expect(await feed("en")).toHaveLength(1)
  })
})

it("a payout that somebody rejects is an event, and an entry that leads to its page", async () => {
  const heard = hear(ONE2PAYS_EVENTS.withdraw_rejected)
  const { id } = await desk.create({ amount: 2000 })
  await untilFeed(1)
  await desk.act(id, "reject", { reason: "ผิดบัญชี" })
  expect((await untilFeed(2))[1]).toMatchObject({
    title: "A payout of THB 2,000.00 was rejected",
    description: "THB 2,000.00. Its page says who rejected it, and why.",
    file: { url: `/app/one2pays/payouts/${id}` },
  })
  await until(
    () => heard,
    ({ length }) => length > 0
  )
  expect(heard).toMatchObject([{ id, kind: "payout", amount: "2000.00" }])
})

it("what failed or came back names the order's number, and no id", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const order = await shop.untilPaid(orderId)
  const payment = order.payment_collections[0]!.payments[0]!
  await shop.admin.post(`/admin/payments/${payment.id}/refund`, { amount: 40 })
  const [refund] = (await desk.list(`order_id=${orderId}`)).withdraws
  const plain = await desk.pending(100)
  await desk.letTimePass()
  await desk.send()
  for (const id of [refund!.id, plain]) {
    await desk.untilState(id, "pending")
    sandbox.withdraws.settle(id, id === plain ? "paid" : "failed")
    await desk.untilState(id, id === plain ? "paid" : "failed")
  }
  sandbox.withdraws.sendBack(plain)
  await desk.untilState(plain, "failed")
  await untilFeed(2)
  const [{ display_id }] = (await sql<{ display_id: number }>(
    'select display_id from "order" where id = ?',
    [orderId]
  )) as [{ display_id: number }]
  const entries = await feed("en")
  expect(entries).toMatchObject([
    {
      title: `The refund of order #${display_id} failed`,
      description: expect.stringContaining(`for order #${display_id} was not`),
      file: { filename: "Open" },
    },
    {
      title: "A payout of THB 100.00 came back from the bank",
      file: { filename: "Open" },
    },
  ])
  expect(await issuesAt(entries[0]!)).toEqual([refund!.id])
  expect(await issuesAt(entries[1]!)).toEqual([plain])
  for (const { title, description } of [...entries, ...(await feed("th"))]) {
    expect(title + description).not.toMatch(/[a-z]+_[0-9A-Z]{8}/)
  }
})

it("what needs attention in a burst is one entry that leads to all of it, and each is an event, also where the bus was away", async () => {
  const { notices } = shop.one2pays
  const heard = hear(ONE2PAYS_EVENTS.withdraw_needs_attention)
  for (let number = 1; number <= 6; number++) {
    const data = { id: `o2pwd_${String(number)}` }
    const event = { name: ONE2PAYS_EVENTS.withdraw_needs_attention, data }
    await write({ topic: "needs_attention", amount: "10.00", event })
  }
  // The bus did not take them before.
  expect(await notices.claim()).toMatchObject([{ count: 6 }])
  await notices.emit()
  await until(
    () => heard,
    ({ length }) => length >= 6
  )
  expect(new Set(heard.map(({ id }) => id)).size).toBe(6)
  await letTimePass()
  await tell()
  const [entry] = await untilFeed(1)
  expect(entry).toMatchObject({
    title: "6 payments or payouts need attention",
    file: { url: "/app/one2pays/payments?show=open" },
  })
  await letTimePass()
  await tell()
  expect(await feed("en")).toHaveLength(1)
})

it("a wallet that falls below balanceAlert is told once, and again after it was full", async () => {
  const heard = hear(ONE2PAYS_EVENTS.balance_low)
  const look = async (wallet: string) => {
    sandbox.setWallet({ wallet })
    await desk.forgetBalance()
    await shop.one2pays.connection.balance()
    await tell()
  }
  await look("5000.00")
  expect(await feed("en")).toEqual([])
  await look("4999.99")
  await look("100.00")
  expect(await untilFeed(1)).toMatchObject([
    {
      title: "The wallet at One2Pays is low",
      description: "It holds THB 4,999.99, which is less than THB 5,000.00.",
      file: { url: "/app/one2pays/payouts" },
    },
  ])
  await look("6000.00")
  await look("10.00")
  expect(await untilFeed(2)).toHaveLength(2)
  expect(heard).toMatchObject([
    { wallet: "4999.99", alert_below: "5000.00" },
    { wallet: "10.00" },
  ])
})

it("goes by LINE with the code that the document shows", () => {
  const code = fs.readFileSync(
    path.join(MERCHANT, "src/modules/line/index.ts"),
    "utf8"
  )
  const page = fs.readFileSync(
    path.resolve(__dirname, "../../docs/notices.md"),
    "utf8"
  )
  expect(page).toContain(`\`\`\`ts\n${code}\`\`\``)
})
