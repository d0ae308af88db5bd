import { startSandbox, type Sandbox } from "../index"
import { get, paymentBody, post, withdrawBody } from "./signed-client"

describe("lists", () => {
  let sandbox: Sandbox
  let now = Date.now()
  beforeAll(async () => {
    sandbox = await startSandbox({
      rateLimitPerMinute: null,
      withdrawStepMs: null,
      clock: { now: () => now },
    })
    for (const [index, amount] of ["300", "100", "200"].entries()) {
      const made = await post(
        sandbox,
        "/payments",
        paymentBody({
          referenceId: `order-${"bca"[index]}`,
          amount: `${amount}.00`,
          paymentMethod: index === 1 ? "bank_transfer" : "promptpay",
        })
      )
      now += 1_000
      if (index === 2) {
        sandbox.payments.pay(made.body.data.id)
      }
      await post(
        sandbox,
        "/withdraws",
        withdrawBody({
          referenceId: `payout-${"bca"[index]}`,
          amount: `${amount}.00`,
          destinationType: index === 1 ? "wallet" : "bank_account",
        })
      )
      now += 1_000
    }
    sandbox.withdraws.settle("payout-b", "paid")
  })
  afterAll(() => sandbox.close())

  const references = async (path: string): Promise<string[]> => {
    const { body } = await get(sandbox, path)
    return body.data.data.map(
      ({ referenceId }: { referenceId: string }) => referenceId
    )
  }

  it("answers whole objects, newest first, ten to a page", async () => {
    const { status, body } = await get(sandbox, "/payments")
    expect(status).toBe(200)
    expect(body.data).toMatchObject({
      total: 3,
      page: 1,
      limit: 10,
      totalPages: 1,
    })
    const newest = body.data.data[0]
    const read = await get(sandbox, `/payments/${newest.id}`)
    expect(read.body.data).toEqual(newest)
    expect(await references("/payments")).toEqual([
      "order-a",
      "order-c",
      "order-b",
    ])
  })

  it("cuts pages", async () => {
    const { body } = await get(sandbox, "/payments?page=2&limit=2")
    expect(body.data).toMatchObject({
      total: 3,
      page: 2,
      limit: 2,
      totalPages: 2,
    })
    expect(body.data.data).toHaveLength(1)
    const beyond = await get(sandbox, "/payments?page=9")
    expect(beyond.body.data).toMatchObject({ data: [], total: 3, page: 9 })
  })

  it.each([
    ["/payments?status=succeeded", ["order-a"]],
    ["/payments?status=processing", ["order-c", "order-b"]],
    ["/payments?status=requires_capture", []],
    ["/payments?paymentMethod=bank_transfer", ["order-c"]],
    ["/payments?status=processing&paymentMethod=promptpay", ["order-b"]],
    ["/payments?sortBy=amount", ["order-b", "order-a", "order-c"]],
    [
      "/payments?sortBy=amount&sortOrder=asc",
      ["order-c", "order-a", "order-b"],
    ],
    [
      "/payments?sortBy=referenceId&sortOrder=asc",
      ["order-a", "order-b", "order-c"],
    ],
    [
      "/payments?sortBy=createdAt&sortOrder=asc",
      ["order-b", "order-c", "order-a"],
    ],
    ["/payments?sortBy=confirmedAt", ["order-a", "order-c", "order-b"]],
    [
      "/payments?sortBy=capturedAt&sortOrder=asc",
      ["order-b", "order-c", "order-a"],
    ],
    [
      "/payments?sortBy=status&sortOrder=asc",
      ["order-b", "order-c", "order-a"],
    ],
    ["/withdraws?status=paid", ["payout-b"]],
    ["/withdraws?destinationType=wallet", ["payout-c"]],
    ["/withdraws?sortBy=paidAt", ["payout-b", "payout-a", "payout-c"]],
    [
      "/withdraws?sortBy=amount&sortOrder=asc",
      ["payout-c", "payout-a", "payout-b"],
    ],
  ])("answers %s", async (path, expected) => {
    expect(await references(path)).toEqual(expected)
  })

  it("filters by the time of creation, both ends included", async () => {
    const { body } = await get(sandbox, "/payments?sortOrder=asc")
    const [first, second, third] = body.data.data.map(
      ({ createdAt }: { createdAt: string }) => createdAt
    )
    expect(await references(`/payments?dateFrom=${second}`)).toEqual([
      "order-a",
      "order-c",
    ])
    expect(await references(`/payments?dateTo=${second}`)).toEqual([
      "order-c",
      "order-b",
    ])
    expect(
      await references(`/payments?dateFrom=${first}&dateTo=${third}`)
    ).toHaveLength(3)
  })

  it.each([
    ["page=0", "page"],
    ["page=-1", "page"],
    ["page=x", "page"],
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=1.5", "limit"],
    ["status=paid", "status"],
    ["paymentMethod=card", "paymentMethod"],
    ["sortBy=paidAt", "sortBy"],
    ["sortOrder=up", "sortOrder"],
    ["dateFrom=yesterday", "dateFrom"],
    ["dateTo=2024-13-45", "dateTo"],
  ])("refuses ?%s", async (query, field) => {
    const { status, body } = await get(sandbox, `/payments?${query}`)
    expect(status).toBe(400)
    expect(body.error.code).toBe("VALIDATION_ERROR")
    expect(body.error.metadata).toEqual({ field })
  })
})
