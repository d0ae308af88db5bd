import { checkWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import { until } from "../setup/until"

/** More than the plugin gives the sending of a payout. */
const LONGEST_CALL_MS = 60_000

// All are of 1000 at most, and leave by themselves; the gateway settles none of them by itself.
const shop = openShop({
  price: null,
  sandbox: { withdrawStepMs: null },
  env: PAYOUT_LIMITS,
})
const { desk, sandbox, clock, sql } = shop

const creates = () =>
  sandbox
    .calls()
    .filter(({ endpoint }) => endpoint === "withdraws.create")
    .map(({ body }) => body as Record<string, string>)

const reconcile = () => checkWithdrawsWorkflow(shop.getContainer()).run()

const keyOf = async (id: string) =>
  (
    await sql<{ idempotency_key: string }>(
      "select idempotency_key from one2pays_withdraw where id = ?",
      [id]
    )
  )[0]!.idempotency_key

const trailOf = async (id: string) =>
  (await desk.read(id)).events.map(({ to }) => to)

/** A payout whose first request was answered to nobody. */
async function unanswered(
  kind: "answer_lost" | "refused" = "answer_lost"
): Promise<string> {
  const { id } = await desk.create({ amount: 100 })
  sandbox.addFault({ kind, endpoint: "withdraws.create" })
  await desk.send()
  await desk.untilState(id, "unknown")
  return id
}

describe("an answer that is lost", () => {
  it.each([
    ["answer_lost", { kind: "answer_lost" }],
    ["malformed_json", { kind: "malformed_json" }],
    ["500 after the work", { kind: "server_error", afterWork: true }],
    ["a timeout", { kind: "slow", delayMs: LONGEST_CALL_MS }],
  ] as const)(
    "(%s) is asked for, and the payout is never sent again",
    async (_, fault) => {
      const { id } = await desk.create({ amount: 100 })
      sandbox.addFault({ ...fault, endpoint: "withdraws.create" })
      const sending = desk.send()
      if (fault.kind === "slow") {
        await until(
          () => sandbox.withdraws.list(),
          (made) => made.length > 0
        )
        clock.advance(LONGEST_CALL_MS)
      }
      await sending
      const lost = await desk.untilState(id, "unknown")
      expect(lost.events.at(-1)!.reason).toContain("not answered")

      await desk.letTimePass()
      await desk.send()
      const found = await desk.untilState(id, "pending")
      expect(found.gateway_withdraw_id).toBe(sandbox.withdraws.get(id)!.id)
      await desk.send()
      await until(creates, (calls) => calls.length > 0)
      expect(creates()).toHaveLength(1)
      expect(sandbox.withdraws.list()).toHaveLength(1)
    }
  )

  it.each([
    ["dropped before it was read", { kind: "refused" }],
    ["500 before the work", { kind: "server_error" }],
    ["503 before the work", { kind: "unavailable" }],
  ] as const)(
    "(%s) is asked for first, and then sent again under the same names",
    async (_, fault) => {
      const { id } = await desk.create({ amount: 100 })
      const key = await keyOf(id)
      sandbox.addFault({ ...fault, endpoint: "withdraws.create" })
      await desk.send()
      await desk.untilState(id, "unknown")
      expect(creates()).toHaveLength(1)
      // Staff have to do nothing but wait.
      await desk.letTimePass()
      await desk.send()
      await desk.untilState(id, "approved")
      const order = sandbox.calls().map(({ endpoint }) => endpoint)
      expect(order.indexOf("withdraws.by_reference")).toBeGreaterThan(
        order.indexOf("withdraws.create")
      )
      expect(creates()).toHaveLength(1)
      await desk.letTimePass()
      await desk.send()
      await desk.untilState(id, "pending")
      expect(creates()).toHaveLength(2)
      expect(creates()[1]).toMatchObject({
        referenceId: id,
        idempotencyKey: key,
      })
      expect(await keyOf(id)).toBe(key)
    }
  )

  it("is not taken for none while the gateway cannot be asked", async () => {
    const id = await unanswered("refused")
    for (const endpoint of [
      "withdraws.by_reference",
      "withdraws.list",
    ] as const) {
      sandbox.addFault({ kind: "unavailable", endpoint, times: 20 })
    }
    await desk.letTimePass()
    await desk.send()
    expect((await desk.read(id)).state).toBe("unknown")
    expect((await desk.act(id, "check")).status).toBe(409)
    await desk.letTimePass()
    expect((await desk.act(id, "check")).status).toBe(503)
    expect(creates()).toHaveLength(1)
    sandbox.clearFaults()
    await desk.letTimePass()
    await desk.act(id, "check")
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
  })

  it("can be canceled once the gateway has said that it has none", async () => {
    const id = await unanswered("refused")
    expect((await desk.act(id, "cancel")).status).toBe(409)
    await desk.letTimePass()
    expect((await desk.act(id, "cancel")).status).toBe(200)
    await desk.letTimePass()
    await desk.send()
    expect((await desk.read(id)).state).toBe("canceled")
    expect(sandbox.withdraws.list()).toEqual([])
  })

  it("is no reason to call a second refusal a failure: the first request was paid", async () => {
    sandbox.setWallet({ wallet: "150.00" })
    const id = await unanswered()
    // The gateway's records lag behind: it says that it has none, and refuses the second for want of money.
    await sql(
      "update one2pays_withdraw set state = 'approved', idempotency_key = 'another-key', busy_until = null where id = ?",
      [id]
    )
    await desk.send()
    await until(
      () => desk.read(id),
      ({ state }) => state === "pending" || state === "unknown"
    )
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
    expect(sandbox.withdraws.list()).toHaveLength(1)
  })
})

describe("a refusal", () => {
  it("for want of money fails it, and nothing more", async () => {
    const poor = await desk.create({ amount: 900 })
    const rich = await desk.create({ amount: 50 })
    sandbox.setWallet({ wallet: "100.00" })
    await desk.send()
    const failed = await desk.untilState(poor.id, "failed")
    expect(failed.failure).toMatch(/INSUFFICIENT_BALANCE|balance/)
    await desk.untilState(rich.id, "pending")
    expect(failed.issue?.code).toBe("payout_failed")
  })

  it("because the reference is taken (409): the one that is there is adopted", async () => {
    const id = await unanswered()
    await sql(
      "update one2pays_withdraw set state = 'approved', idempotency_key = 'another-key', busy_until = null where id = ?",
      [id]
    )
    await desk.send()
    const told = await desk.untilState(id, "unknown")
    expect(told.events.at(-1)!.reason).toContain("DUPLICATE_REFERENCE_ID")
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
    expect(sandbox.withdraws.list()).toHaveLength(1)
  })

  it("403 makes it wait, until the merchant has mended it", async () => {
    const { id } = await desk.create({ amount: 100 })
    sandbox.setActive(false)
    await desk.send()
    await until(
      () => trailOf(id),
      (trail) => trail.length >= 3
    )
    const waiting = await desk.read(id)
    expect(waiting).toMatchObject({ state: "approved", failure: null })
    expect(waiting.events.at(-1)!.reason).toContain("not sent (FORBIDDEN)")
    sandbox.setActive(true)
    await desk.letTimePass()
    await desk.send()
    await desk.untilState(id, "pending")
  })

  it("maintenance makes all wait, and costs one call", async () => {
    const ids: string[] = []
    for (let at = 0; at < 3; at++) {
      ids.push((await desk.create({ amount: 10 })).id)
    }
    sandbox.setMaintenance(true)
    sandbox.resetCalls()
    await desk.send()
    await desk.send()
    for (const id of ids) {
      expect(await desk.read(id)).toMatchObject({
        state: "approved",
        failure: null,
      })
    }
    expect(creates().length).toBeLessThanOrEqual(3)
    await shop.endMaintenance()
    await desk.letTimePass()
    await desk.send()
    for (const id of ids) {
      await desk.untilState(id, "pending")
    }
    expect(sandbox.withdraws.list()).toHaveLength(3)
  })
})

it("a wallet that is just enough for all is enough, however many rounds it takes", async () => {
  sandbox.setWallet({ wallet: "120.00" })
  const rows = Array.from({ length: 120 }, () => desk.payout({ amount: 1 }))
  const { data } = await desk.maker.post("/admin/one2pays/withdraws/bulk", {
    rows,
  })
  expect(data.count).toBe(120)
  await Promise.all([desk.send(), desk.send()])
  // A payout on its way may count twice for a while.
  await until(
    async () => {
      await desk.forgetBalance()
      await desk.letTimePass()
      await desk.send()
      return (await desk.list("state=pending&limit=1")).count
    },
    (count) => count === 120
  )
  expect((await desk.list("state=failed&limit=1")).count).toBe(0)
  expect(sandbox.status().walletThb).toBe("0.00")
})

it("many senders at once send each of them once", async () => {
  const rows = Array.from({ length: 150 }, () => desk.payout({ amount: 1 }))
  await desk.maker.post("/admin/one2pays/withdraws/bulk", { rows })
  await Promise.all(Array.from({ length: 6 }, () => desk.send()))
  // On a slow machine an answer may come too late, and is asked for.
  await until(
    async () => {
      await desk.letTimePass()
      await desk.send()
      return (await desk.list("state=pending&limit=1")).count
    },
    (count) => count === 150
  )
  const references = creates().map(({ referenceId }) => referenceId)
  expect(references).toHaveLength(150)
  expect(new Set(references).size).toBe(150)
})

it("a batch that takes longer than its hold is sent on by another, and none of it twice", async () => {
  const rows = Array.from({ length: 40 }, () => desk.payout({ amount: 1 }))
  const delayMs = 500
  sandbox.addFault({
    kind: "slow",
    endpoint: "withdraws.create",
    times: Infinity,
    delayMs,
  })
  await desk.maker.post("/admin/one2pays/withdraws/bulk", { rows })
  const sent = (count: number) =>
    until(
      () => sandbox.withdraws.list(),
      (made) => made.length >= count
    )
  clock.stop()
  const slow = desk.send()
  await sent(1)
  clock.advance(delayMs)
  await until(creates, (answered) => answered.length > 0)
  // Others of the batch have left by now, and are not answered.
  await sent(creates().length + 1)
  // The lease lapses while most of the batch still stands in the queue of the sender that took it.
  await desk.letTimePass()
  const other = desk.send()
  sandbox.clearFaults()
  await clock.skipPauses(() => Promise.all([slow, other]))
  await until(
    async () => {
      await desk.letTimePass()
      await desk.send()
      return (await desk.list("state=pending&limit=1")).count
    },
    (count) => count === 40
  )
  const asked = new Set<string>()
  for (const { endpoint, body, path } of sandbox.calls()) {
    if (endpoint === "withdraws.create") {
      const { referenceId } = body as { referenceId: string }
      expect([...asked]).not.toContain(referenceId)
      asked.add(referenceId)
    } else if (endpoint === "withdraws.by_reference") {
      asked.delete(path.split("/").pop()!)
    }
  }
  expect(sandbox.withdraws.list()).toHaveLength(40)
})

it("a payout that has ended while it stood in a sender's queue is not sent", async () => {
  const rows = Array.from({ length: 40 }, () => desk.payout({ amount: 1 }))
  sandbox.addFault({
    kind: "slow",
    endpoint: "withdraws.create",
    times: Infinity,
    delayMs: 500,
  })
  await desk.maker.post("/admin/one2pays/withdraws/bulk", { rows })
  clock.stop()
  const sending = desk.send()
  await until(
    () => sandbox.withdraws.list(),
    (made) => made.length > 0
  )
  // Another process has recorded them, under the lease that the sender still has.
  const ended = await sql<{ id: string }>(
    `update one2pays_withdraw set state = 'canceled'
      where id in (select id from one2pays_withdraw where state = 'sending'
                    order by created_at desc, id desc limit 10)
      returning id`
  )
  expect(ended).toHaveLength(10)
  sandbox.clearFaults()
  await clock.skipPauses(() => sending)
  await until(
    () => sandbox.withdraws.list(),
    (made) => made.length >= 30
  )
  const sent = new Set(creates().map(({ referenceId }) => referenceId))
  expect(ended.filter(({ id }) => sent.has(id))).toEqual([])
})

it("a sender that wakes up too late touches nothing: what it took is somebody else's", async () => {
  const { id } = await desk.create({ amount: 100 })
  const held = () =>
    sql("select busy_until from one2pays_withdraw where id = ?", [id])
  await sql(
    "update one2pays_withdraw set busy_until = now() + interval '1 hour' where id = ?",
    [id]
  )
  const before = await held()
  await desk.send()
  expect((await desk.act(id, "check")).status).toBe(409)
  expect(await held()).toEqual(before)
  expect(creates()).toEqual([])
})

describe("news", () => {
  it.each([
    ["flat", "withdrawal"],
    ["envelope", "withdraw"],
  ] as const)("by a webhook, %s (%s.*)", async (shape, family) => {
    sandbox.setWebhooks({ shape })
    const ends = ["paid", "failed", "canceled"] as const
    for (const end of ends) {
      const id = await desk.pending()
      sandbox.withdraws.settle(id, end)
      const ended = await desk.untilState(id, end)
      expect(ended.issue?.code).toBe(
        end === "paid" ? undefined : "payout_failed"
      )
    }
    const names = sandbox.webhooks.deliveries().map(({ event }) => event)
    expect(names).toEqual(ends.map((end) => `${family}.${end}`))
  })

  it("that the gateway does not confirm changes nothing, and is sent again", async () => {
    const id = await desk.pending()
    const { webhooks, withdraws } = sandbox
    const told = (event: string, status: string) =>
      webhooks.send({
        event,
        withdrawId: withdraws.get(id)!.id,
        referenceId: id,
        status,
        amount: "10000.00",
        currency: "THB",
      })
    expect((await told("withdrawal.paid", "paid")).status).toBe(503)
    expect((await desk.read(id)).state).toBe("pending")
    // Nothing that could not be true of a payout that is on its way.
    expect((await told("withdrawal.updated", "processing")).status).toBe(200)
    expect((await told("withdrawal.created", "pending")).status).toBe(200)
    expect(
      (
        await webhooks.send({
          event: "withdrawal.paid",
          withdrawId: "none-of-ours",
          referenceId: "none-of-ours",
          status: "paid",
        })
      ).status
    ).toBe(200)
  })

  it("without webhooks, by asking: many for the price of a few pages", async () => {
    sandbox.setWebhooks({ enabled: false })
    const rows = Array.from({ length: 250 }, () => desk.payout({ amount: 1 }))
    await desk.maker.post("/admin/one2pays/withdraws/bulk", { rows })
    await desk.send()
    await until(
      async () => (await desk.list("state=pending&limit=1")).count,
      (count) => count === 250
    )
    const ids = sandbox.withdraws.list().map(({ referenceId }) => referenceId)
    ids.slice(0, 200).forEach((id, at) => {
      sandbox.withdraws.settle(id, at % 10 === 0 ? "failed" : "paid")
    })
    sandbox.resetCalls()
    await reconcile()
    expect((await desk.list("state=paid&limit=1")).count).toBe(180)
    expect((await desk.list("state=failed&limit=1")).count).toBe(20)
    expect((await desk.list("state=pending&limit=1")).count).toBe(50)
    const counts = sandbox.callCounts()
    expect(counts["withdraws.list"]).toBeLessThanOrEqual(4)
    expect(counts["withdraws.retrieve"]).toBeUndefined()
    sandbox.setWebhooks({ enabled: true })
  })
})

describe("money that does not fit is an issue:", () => {
  const openIssues = async () =>
    (await desk.list("issue=open")).withdraws.map(({ id, issue }) => [
      id,
      issue?.code,
    ])

  /** The events that the merchant's own subscribers get. */
  function listen(): { id: string; issue: string }[] {
    const told: { id: string; issue: string }[] = []
    shop
      .resolve("event_bus")
      .subscribe(
        "one2pays.withdraw.needs_attention",
        ({ data }: { data: unknown }) => {
          told.push(data as { id: string; issue: string })
          return Promise.resolve()
        }
      )
    return told
  }

  it("paid after it was canceled here, told once, closed by a person", async () => {
    const told = listen()
    const id = await desk.pending()
    await sql(
      "update one2pays_withdraw set state = 'canceled', ended_at = now() where id = ?",
      [id]
    )
    sandbox.withdraws.settle(id, "paid")
    const paid = await desk.untilState(id, "paid")
    expect(paid.issue?.code).toBe("paid_after_cancel")
    await desk.act(id, "check")
    await until(shop.readFeed, (entries) => entries.length > 0)
    expect(await shop.readFeed()).toEqual([
      expect.objectContaining({
        title: "A payout of THB 100.00 needs attention",
        link: `/one2pays/payments?show=open&q=${id}`,
        description: expect.stringContaining("THB 100.00 was paid out"),
      }),
    ])
    expect(told.filter((each) => each.id === id)).toEqual([
      expect.objectContaining({ id, issue: "paid_after_cancel" }),
    ])
    expect(await openIssues()).toEqual([[id, "paid_after_cancel"]])
    expect((await desk.act(id, "resolve", {})).status).toBe(400)
    const resolved = await desk.act(id, "resolve", { note: "paid back" })
    expect(resolved).toMatchObject({
      status: 200,
      data: {
        withdraw: {
          issue: {
            resolved_by: desk.checker.userId,
            resolution: "paid back",
          },
        },
      },
    })
    expect(await openIssues()).toEqual([])
    expect((await desk.act(id, "resolve", { note: "x" })).status).toBe(409)
  })

  it("paid though the gateway had none when it was canceled, and its id never became known", async () => {
    const id = await unanswered()
    await sql(
      "update one2pays_withdraw set state = 'canceled', ended_at = now(), busy_until = null where id = ?",
      [id]
    )
    // Somebody looks while it is still on its way.
    await desk.act(id, "check")
    const seen = await desk.read(id)
    expect(seen.issue).toMatchObject({
      code: "paid_after_cancel",
      detail: expect.stringContaining("is pending at the gateway"),
    })
    sandbox.withdraws.settle(id, "paid")
    expect((await desk.untilState(id, "paid")).issue?.code).toBe(
      "paid_after_cancel"
    )
  })

  it("another amount", async () => {
    const id = await unanswered()
    await sql(
      "update one2pays_withdraw set amount = 200, busy_until = null where id = ?",
      [id]
    )
    await desk.send()
    const found = await desk.untilState(id, "pending")
    expect(found.issue).toMatchObject({
      code: "amount_mismatch",
      detail: expect.stringContaining("THB 100.00"),
    })
    expect(await openIssues()).toEqual([[id, "amount_mismatch"]])
  })
})

it("no idle round calls the gateway", async () => {
  await desk.pending()
  sandbox.resetCalls()
  await desk.send()
  await desk.send()
  expect(sandbox.callCounts()).toEqual({})
  // No sender holds a lease by now.
  const [row] = await sql<{ held: string }>(
    "select count(*) as held from one2pays_withdraw where busy_until is not null"
  )
  expect(Number(row!.held)).toBe(0)
})

it("429 makes it wait", async () => {
  const { id } = await desk.create({ amount: 100 })
  await desk.forgetBalance()
  clock.beforePause()
  sandbox.setRateLimit(1)
  await desk.send()
  const waiting = await desk.untilState(id, "approved")
  expect(waiting.failure).toBeNull()
  expect(sandbox.withdraws.list()).toEqual([])
})
