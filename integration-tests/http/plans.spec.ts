import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openShop } from "../setup/open-shop"

const shop = openShop()
const { one2pays } = shop

const PAGE = {
  order: { column: "created_at", direction: "desc" },
  limit: 20,
  offset: 0,
} as const

const EVENT = {
  name: "payment.received",
  family: "payment",
  objectId: "one",
  referenceId: "two",
  status: null,
  eventId: null,
  gatewayAmount: null,
  currency: null,
  createdAt: null,
} as const

const DAYS = { from: "2026-11-01", to: "2026-11-30" }

/** Calls of the doors whose work must not grow with the tables. */
const CALLS: Record<string, () => Promise<unknown>> = {
  "payments.findOfEvent": () => one2pays.payments.findOfEvent(EVENT),
  "payments.findOfSession": () => one2pays.payments.findOfSession("one"),
  "payments.findPaidOfSession": () =>
    one2pays.payments.findPaidOfSession("one"),
  "payments.findOfOrder": () => one2pays.payments.findOfOrder("one"),
  "payments.listOrdersToFollow": () => one2pays.payments.listOrdersToFollow(10),
  "payments.requestReplacement": () =>
    one2pays.payments.requestReplacement(["one"]),
  "payments.dropReplacement": () => one2pays.payments.dropReplacement(["one"]),
  "payments.listOfSessions": () => one2pays.payments.listOfSessions(["one"]),
  "payments.findPayerOfCollection": () =>
    one2pays.payments.findPayerOfCollection("one", {
      payer_name: "a",
      payer_bank_code: "004",
      payer_last4: "1234",
    }),
  "payments.isCreating": () => one2pays.payments.isCreating(),
  "payments.listInitiated": () => one2pays.payments.listInitiated(10),
  "payments.listUnpaid": () => one2pays.payments.listUnpaid(60, 10),
  "payments.closeOrder": () => one2pays.payments.closeOrder("one"),
  "payments.markKeptUnpaid": () => one2pays.payments.markKeptUnpaid("one"),
  "payments.cancelUnopened": () =>
    one2pays.payments.cancelUnopened("one", "two"),
  "payments.cancelSession": () => one2pays.payments.cancelSession("one"),
  "payments.lease": () => one2pays.payments.lease("one", 1),
  "payments.prune": () => one2pays.payments.prune(10),
  "payments.eraseOldNumbers": () => one2pays.payments.eraseOldNumbers(10),
  "payments.eraseNumbers": () => one2pays.payments.eraseNumbers(["one"]),
  "payments.listIdsOfCollections": () =>
    one2pays.payments.listIdsOfCollections(["one"]),
  "payments.forgetCustomer": () => one2pays.payments.forgetCustomer("one"),
  "payments, resolved issues": () =>
    one2pays.payments.list({ ...PAGE, issue: "resolved" }),
  "payments, page 1": () =>
    one2pays.payments.list({ ...PAGE, initiated: false }),
  "payments, by amount": () =>
    one2pays.payments.list({
      ...PAGE,
      order: { column: "amount", direction: "desc" },
    }),
  "payments, of a day": () =>
    one2pays.payments.list({
      ...PAGE,
      paid_from: new Date("2026-11-21T00:00:00+07:00"),
      paid_to: new Date("2026-11-21T23:59:59.999+07:00"),
    }),
  "payments, in review": () =>
    one2pays.payments.list({
      ...PAGE,
      status: { any: ["review"], at: new Date() },
    }),
  "payments, searched": () =>
    one2pays.payments.list({ ...PAGE, q: { text: "somsri", orders: ["one"] } }),
  "payments, searched for an amount": () =>
    one2pays.payments.list({ ...PAGE, q: { text: "1290", orders: [] } }),
  "payments.stream": () => one2pays.payments.stream({}).next(),
  "payments.listReceived": () => one2pays.payments.listReceived("one"),
  "withdraws, searched": () =>
    one2pays.withdraws.list({ ...PAGE, q: { text: "somsri", orders: [] } }),
  "payments.sumPaidBack": () => one2pays.payments.sumPaidBack("one", "two"),
  "reconciliation.listUnfinished": () =>
    one2pays.reconciliation.listUnfinished(null, 10),
  "reconciliation.listEndedLately": () =>
    one2pays.reconciliation.listEndedLately(10),
  "reconciliation.listDueLooks": () => one2pays.reconciliation.listDueLooks(10),
  "withdraws.findOfEvent": () => one2pays.withdraws.findOfEvent(EVENT),
  "withdraws.findByRequestKey": () =>
    one2pays.withdraws.findByRequestKey("one"),
  "withdraws.listRefundsOf": () => one2pays.withdraws.listRefundsOf("one"),
  "withdraws.listEvents": () => one2pays.withdraws.listEvents(["one"]),
  "payments.listPaidOrders": () => one2pays.payments.listPaidOrders(["one"]),
  "payments.listOwedBack": () => one2pays.payments.listOwedBack(10),
  "withdraws.compareBookings": () =>
    one2pays.withdraws.compareBookings([
      { order_id: "one", session_id: "two", amount: "1", refunds: [] },
    ]),
  "withdraws.sumOwedPaidBack": () => one2pays.withdraws.sumOwedPaidBack("one"),
  "withdraws.sumBefore": () =>
    one2pays.withdraws.sumBefore({ id: "one" } as never),
  "withdraws.noteMissingKeys": () => one2pays.withdraws.noteMissingKeys(),
  "withdraws.hasApproved": () => one2pays.withdraws.hasApproved(),
  "withdraws.listSendableRefunds": () =>
    one2pays.withdraws.listSendableRefunds(10),
  "withdraws.lockApproved": () => one2pays.withdraws.lockApproved(10, []),
  "withdraws.sumSentSince": () => one2pays.withdraws.sumSentSince(new Date()),
  "withdraws.sumInFlight": () => one2pays.withdraws.sumInFlight(new Date()),
  "withdraws.sumWaiting": () => one2pays.withdraws.sumWaiting(),
  "withdraws.sumPaused": () => one2pays.withdraws.sumPaused(),
  "withdraws.sumSince": () => one2pays.withdraws.sumSince(new Date()),
  "withdraws.eraseOldNumbers": () => one2pays.withdraws.eraseOldNumbers(10),
  "withdraws.eraseNumbers": () =>
    one2pays.withdraws.eraseNumbers(["one"], "system"),
  "withdraws.resolveLost": () => one2pays.withdraws.resolveLost(),
  "withdraws.checkAnnounced": () => one2pays.withdraws.checkAnnounced(),
  "withdraws.checkPaid": () => one2pays.withdraws.checkPaid(),
  "withdraws.noteDelayed": () => one2pays.withdraws.noteDelayed(10),
  "withdraws.tellNews": () => one2pays.withdraws.tellNews(),
  "withdraws, page 1": () => one2pays.withdraws.list(PAGE),
  "webhooks.hasEarlier": () =>
    one2pays.webhooks.hasEarlier(Buffer.from("{}"), EVENT),
  "webhooks.lastAt": () => one2pays.webhooks.lastAt(),
  "webhooks.prune": () => one2pays.webhooks.prune(10),
  "issues.countOpen": () => one2pays.issues.payments.countOpen(),
  "reports.issues": () =>
    one2pays.reports.issues({
      kinds: ["payment", "withdraw"],
      show: "open",
      limit: 10,
      offset: 0,
    }),
  "statement.read": () => one2pays.statement.read(DAYS),
  "statement.movements": () =>
    one2pays.statement.movements(DAYS, { limit: 10, offset: 0 }),
  "statement.streamMovements": () =>
    one2pays.statement.streamMovements(DAYS).next(),
}

interface Statement {
  sql: string
  bindings: readonly string[]
}

/** The counts of a list read all that they count. */
const isCount = ({ sql }: Statement) => sql.startsWith("select count(*)")

it.each(Object.keys(CALLS))(
  "%s reads no table of ours from end to end",
  async (name) => {
    const db = shop.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const statements: Statement[] = []
    const note = (statement: Statement) => {
      if (
        /"?one2pays_(payment|withdraw|webhook|movement|wallet)/.test(
          statement.sql
        )
      ) {
        statements.push(statement)
      }
    }
    db.on("query", note)
    await CALLS[name]!()
    db.removeListener("query", note)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements.filter((each) => !isCount(each))) {
      const plan = await db.transaction(async (transaction) => {
        // A small table is read from end to end where it could be looked up.
        await transaction.raw("set local enable_seqscan = off")
        const { rows } = await transaction.raw<{
          rows: { "QUERY PLAN": string }[]
        }>(`explain ${asRaw(statement.sql)}`, [...statement.bindings])
        return rows.map((row) => row["QUERY PLAN"]).join("\n")
      })
      const scans = plan
        .split("\n")
        .filter((line) => / on one2pays_|_deleted_at/.test(line))
        .filter((line) => /Seq Scan|_deleted_at/.test(line))
      expect({ sql: statement.sql, scans }).toEqual({
        sql: statement.sql,
        scans: [],
      })
    }
  }
)

/** Knex tells statements with the database's places ($1), and takes its own (?). */
const asRaw = (sql: string) => sql.replace(/\$\d+/g, "?")
