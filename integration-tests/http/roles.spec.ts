import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createRbacRolesWorkflow } from "@medusajs/medusa/core-flows"
import { Admin } from "../setup/admin"
import { writeIssue } from "../setup/issue-rows"
import { medusaWithSandbox } from "../setup/medusa-with-sandbox"

const PAYOUT = {
  amount: "10.00",
  bank_code: "004",
  account_name: "Somsri",
  account_number: "1234567890",
}

const EITHER = "one2pays_payment:read or one2pays_withdraw:read"

/** The policy that each route needs, and how it is asked. */
const ROUTES = [
  [EITHER, "get", "/issues"],
  ["one2pays_status:read", "get", "/status"],
  ["one2pays_status:read", "get", "/balance"],
  ["one2pays_status:read", "get", "/money"],
  ["one2pays_status:read", "get", "/statement"],
  ["one2pays_status:read", "get", "/statement/movements"],
  ["one2pays_status:read", "get", "/statement/export"],
  ["one2pays_status:read", "post", "/statement/compare"],
  ["one2pays_status:read", "get", "/account-checks"],
  ["one2pays_unit:update", "post", "/account-checks"],
  ["one2pays_unit:update", "post", "/unit/confirmations"],
  ["one2pays_unit:update", "post", "/unit/proofs"],
  ["one2pays_account_number:erase", "post", "/erasures"],
  ["one2pays_payment:read", "get", "/payments"],
  ["one2pays_payment:read", "get", "/payments/export"],
  ["one2pays_payment:read", "get", "/payments/none"],
  ["one2pays_payment:update", "post", "/payments/none/check"],
  ["one2pays_payment:update", "post", "/payments/none/cancel"],
  ["one2pays_payment:update", "post", "/payments/none/resolve"],
  ["one2pays_withdraw:create", "post", "/payments/none/pay-back"],
  [
    "payment_collection:create and order:read",
    "post",
    "/orders/none/payment-link",
  ],
  ["one2pays_withdraw:read", "get", "/withdraws"],
  ["one2pays_withdraw:read", "get", "/withdraws/export"],
  ["one2pays_withdraw:read", "get", "/withdraws/trail"],
  ["one2pays_withdraw:create", "get", "/withdraws/template"],
  ["one2pays_withdraw:read", "get", "/withdraws/none"],
  ["one2pays_withdraw:create", "post", "/withdraws"],
  ["one2pays_withdraw:create", "post", "/withdraws/bulk"],
  ["one2pays_withdraw:create", "post", "/withdraws/none/pay-back"],
  ["one2pays_withdraw:approve", "post", "/withdraws/approve"],
  ["one2pays_withdraw:approve", "post", "/withdraws/reject"],
  ["one2pays_withdraw:approve", "post", "/withdraws/none/account-number"],
  ["one2pays_withdraw:approve", "post", "/withdraws/none/approve"],
  ["one2pays_withdraw:approve", "post", "/withdraws/none/reject"],
  ["one2pays_withdraw:update", "post", "/withdraws/none/check"],
  ["one2pays_withdraw:update", "post", "/withdraws/none/cancel"],
  ["one2pays_withdraw:update", "post", "/withdraws/none/resolve"],
] as const

/** The admin's routes as their files have them, such as `post /payments/none/check`. */
function routesOnDisk(): string[] {
  const root = path.resolve(__dirname, "../../src/api/admin/one2pays")
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const code = readFileSync(path.join(root, file), "utf8")
      const where = path.dirname(file).replaceAll("[id]", "none")
      return ["get", "post", "delete"]
        .filter((method) => code.includes(`const ${method.toUpperCase()} =`))
        .map((method) => `${method} /${where}`)
    })
}

it("no route of the admin is left out here", () => {
  expect(
    ROUTES.map(([, method, route]) => `${method} ${route}`).sort()
  ).toEqual(routesOnDisk().sort())
})

const { api, getContainer } = medusaWithSandbox({
  env: { MEDUSA_FF_RBAC: "true" },
})

/** Somebody whose role allows these and nothing else, such as `one2pays_withdraw:read`. */
async function staffWho(name: string, allowed: string[]): Promise<Admin> {
  const container = getContainer()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: policies } = await query.graph({
    entity: "rbac_policy",
    fields: ["id", "key"],
    filters: { key: allowed },
  })
  expect(policies.map(({ key }) => key).sort()).toEqual([...allowed].sort())
  const { result: roles } = await createRbacRolesWorkflow(container).run({
    input: {
      roles: [{ name, policy_ids: policies.map(({ id }) => id) }],
    },
  })
  return Admin.create(api, container, `${name}@example.com`, (user_id) =>
    container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.USER]: { user_id },
      [Modules.RBAC]: { rbac_role_id: roles[0]!.id },
    })
  )
}

const ask = (admin: Admin, method: "get" | "post", path: string) =>
  method === "get"
    ? admin.get(`/admin/one2pays${path}`)
    : admin.post(`/admin/one2pays${path}`, {})

it("each route is open to a role that has its policy, and to no other", async () => {
  const policies = [
    ...new Set(ROUTES.flatMap(([needed]) => needed.split(" or "))),
  ]
  for (const [index, policy] of policies.entries()) {
    const admin = await staffWho(`role-${index}`, policy.split(" and "))
    for (const [needed, method, path] of ROUTES) {
      const { status } = await ask(admin, method, path)
      expect({ policy, path, refused: status === 403 }).toEqual({
        policy,
        path,
        refused: !needed.split(" or ").includes(policy),
      })
    }
  }
})

it("of the issues a role sees those that it may read, and who has no role sees none", async () => {
  await writeIssue(getContainer(), "payment", { reference_id: "order_1" })
  await writeIssue(getContainer(), "withdraw", { reference_id: "wd_1" })
  const kindsFor = async (name: string, allowed: string[]) => {
    const admin = await staffWho(name, allowed)
    const { data } = await admin.get("/admin/one2pays/issues")
    const { issues, count } = data as unknown as {
      issues: { kind: string }[]
      count: number
    }
    expect(count).toBe(issues.length)
    return issues.map(({ kind }) => kind).sort()
  }
  const [payments, withdraws] = [
    "one2pays_payment:read",
    "one2pays_withdraw:read",
  ]
  expect(await kindsFor("cashier", [payments])).toEqual(["payment"])
  expect(await kindsFor("treasurer", [withdraws])).toEqual(["withdraw"])
  expect(await kindsFor("both", [payments, withdraws])).toEqual([
    "payment",
    "withdraw",
  ])
  const nobody = await Admin.create(api, getContainer())
  expect((await nobody.get("/admin/one2pays/issues")).status).toBe(403)
})

it("who may ask for payouts may not approve them", async () => {
  const maker = await staffWho("maker", [
    "one2pays_withdraw:create",
    "one2pays_withdraw:read",
  ])
  const checker = await staffWho("checker", ["one2pays_withdraw:approve"])
  const { data } = await maker.post("/admin/one2pays/withdraws", PAYOUT)
  const { id } = data.withdraw as { id: string }
  const approve = `/admin/one2pays/withdraws/${id}/approve`
  expect((await maker.post(approve)).status).toBe(403)
  expect((await checker.get("/admin/one2pays/withdraws")).status).toBe(403)
  expect((await checker.post(approve)).data.withdraw).toMatchObject({
    state: "approved",
  })
})

it("core's orders show payments to those alone who may read them", async () => {
  const container = getContainer()
  const { id } = await container
    .resolve(Modules.ORDER)
    .createOrders({ currency_code: "thb", items: [] })
  await writeIssue(container, "payment", { reference_id: id, order_id: id })
  const shownTo = async (name: string, allowed: string[]) => {
    const admin = await staffWho(name, allowed)
    const path = `/admin/orders/${id}?fields=id,*one2pays_payments`
    const { status, data } = await admin.get(path)
    expect(status).toBe(200)
    return JSON.stringify(data).includes("one2pays_payments")
  }
  expect(await shownTo("clerk", ["order:read"])).toBe(false)
  expect(
    await shownTo("cashier-of-orders", ["order:read", "one2pays_payment:read"])
  ).toBe(true)
})

it("numbers and customers of orders are for those who may read orders, in lists, searches and files", async () => {
  const container = getContainer()
  const email = "secretive@example.com"
  const { id: customer_id } = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ first_name: "Secretive", email })
  const { id, display_id } = await container
    .resolve(Modules.ORDER)
    .createOrders({ currency_code: "thb", items: [], email, customer_id })
  await writeIssue(container, "payment", { reference_id: id, order_id: id })
  const toldTo = async (name: string, allowed: string[]) => {
    const admin = await staffWho(name, allowed)
    const count = async (q: string) => {
      const { data } = await admin.get(
        `/admin/one2pays/payments?q=${encodeURIComponent(q)}`
      )
      return (data as { count: number }).count
    }
    const paths = ["/payments", "/payments/export", "/issues"]
    const answers = await Promise.all(
      paths.map((path) => admin.get(`/admin/one2pays${path}`))
    )
    return {
      found: [await count(`#${display_id}`), await count(email)],
      told: answers.map(({ data }) => JSON.stringify(data).includes(email)),
    }
  }
  const payments = "one2pays_payment:read"
  expect(await toldTo("bank-clerk", [payments])).toEqual({
    found: [0, 0],
    told: [false, false, false],
  })
  expect(await toldTo("bookkeeper", [payments, "order:read"])).toEqual({
    found: [1, 1],
    told: [true, true, true],
  })
})

it("what an order owes is for those who may read orders, and what went back for those who may read payouts", async () => {
  const { id } = await getContainer()
    .resolve(Modules.ORDER)
    .createOrders({ currency_code: "thb", items: [] })
  const toldTo = async (name: string, more: string[]) => {
    const admin = await staffWho(name, ["one2pays_payment:read", ...more])
    const { data } = await admin.get(`/admin/one2pays/payments?order_id=${id}`)
    return data.order_money
  }
  const nothing = {
    ...{ received: 0, waiting: null, can_ask: false },
    ...{ refunded: null, on_its_way: null },
  }
  expect(await toldTo("cashier", [])).toEqual(nothing)
  expect(await toldTo("clerk", ["order:read"])).toEqual({
    ...nothing,
    waiting: 0,
  })
  expect(await toldTo("treasurer", ["one2pays_withdraw:read"])).toEqual({
    ...nothing,
    refunded: 0,
    on_its_way: 0,
  })
})

it("names of staff are for those who may read users, in files as in core", async () => {
  const maker = await staffWho("maker", [
    "one2pays_withdraw:create",
    "one2pays_withdraw:read",
  ])
  await maker.post("/admin/one2pays/withdraws", PAYOUT)
  const filesFor = async (name: string, allowed: string[]) => {
    const admin = await staffWho(name, allowed)
    const files = await Promise.all(
      ["export", "trail"].map((file) =>
        admin.get(`/admin/one2pays/withdraws/${file}`)
      )
    )
    return files.map(({ data }) => /maker@/.test(JSON.stringify(data)))
  }
  const withdraws = "one2pays_withdraw:read"
  expect(await filesFor("bank-clerk", [withdraws])).toEqual([false, false])
  expect(await filesFor("bookkeeper", [withdraws, "user:read"])).toEqual([
    true,
    true,
  ])
})

it("core's words for a refund are for those who may read orders", async () => {
  const container = getContainer()
  const maker = await staffWho("maker", ["one2pays_withdraw:create"])
  const { data } = await maker.post("/admin/one2pays/withdraws", PAYOUT)
  const { id } = data.withdraw as { id: string }
  await container
    .resolve("__pg_connection__")
    .raw("update one2pays_withdraw set refund_id = ? where id = ?", [
      await refundSaying("Box was open"),
      id,
    ])
  const saysTo = async (name: string, allowed: string[]) => {
    const admin = await staffWho(name, allowed)
    const answer = await admin.get(`/admin/one2pays/withdraws/${id}`)
    return (answer.data.withdraw as { refund: object | null }).refund
  }
  const withdraws = "one2pays_withdraw:read"
  expect(await saysTo("bank-clerk", [withdraws])).toBeNull()
  expect(await saysTo("bookkeeper", [withdraws, "order:read"])).toEqual({
    reason: null,
    note: "Box was open",
  })
})

/** @returns the id of a refund of core's, which no gateway knows */
async function refundSaying(note: string): Promise<string> {
  const payments = getContainer().resolve(Modules.PAYMENT)
  const money = { currency_code: "thb", amount: 10 }
  const collection = await payments.createPaymentCollections(money)
  const session = await payments.createPaymentSession(collection.id, {
    ...money,
    provider_id: "pp_system_default",
    data: {},
  })
  const payment = await payments.authorizePaymentSession(session.id, {})
  const { id } = payment!
  await payments.capturePayment({ payment_id: id, amount: 10 })
  const { refunds } = await payments.refundPayment({
    payment_id: id,
    amount: 10,
    note,
  })
  return refunds![0]!.id
}

it("makes a payment link for those who may read orders, too, since it says what one owes", async () => {
  for (const policy of ["payment_collection:create", "order:read"]) {
    const admin = await staffWho(policy.replace(":", "-"), [policy])
    const link = await ask(admin, "post", "/orders/none/payment-link")
    expect([policy, link.status]).toEqual([policy, 403])
  }
})
