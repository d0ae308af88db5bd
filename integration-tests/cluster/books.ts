import type pg from "pg"
import type { startSandbox } from "medusa-plugin-one2pays/sandbox"

type Sandbox = Awaited<ReturnType<typeof startSandbox>>
type GatewayPayment = ReturnType<Sandbox["payments"]["list"]>[number]

export interface OrderBook {
  id: string
  status: string
  total: number
  paid_total: number
  /** Whether staff have changed it since. */
  is_changed: boolean
  /** Of our provider, in baht. */
  captures: number[]
  /** Of another provider. */
  elsewhere: number[]
  transactions: number[]
  created_at: Date
  /** Whether a cart or a payment collection belongs to it. */
  is_tied: boolean
}

interface AttemptBook {
  id: string
  order_id: string | null
  reference_id: string | null
  state: string
  issue: string | null
  settled: boolean
}

/** The orders and payments as the shop's database has them, and as the gateway has them. */
export interface Books {
  orders: OrderBook[]
  attempts: AttemptBook[]
  gateway: GatewayPayment[]
}

const CAPTURES = `
  select capture.amount::float
    from (select distinct payment_collection_id from order_payment_collection where order_id = o.id) link
    join payment on payment.payment_collection_id = link.payment_collection_id
    join capture on capture.payment_id = payment.id
   where capture.deleted_at is null`

const ORDERS = `
  select o.id, o.status, o.created_at,
         exists (select from order_cart link
                  where link.order_id = o.id and link.deleted_at is null)
         or exists (select from order_payment_collection link
                     where link.order_id = o.id and link.deleted_at is null) as is_tied,
         (summary.totals ->> 'original_order_total')::float as total,
         coalesce((summary.totals ->> 'paid_total')::float, 0) as paid_total,
         o.version > 1 as is_changed,
         array(${CAPTURES} and payment.provider_id like 'pp_one2pays%') as captures,
         array(${CAPTURES} and payment.provider_id not like 'pp_one2pays%') as elsewhere,
         array(select booked.amount::float from order_transaction booked
                where booked.order_id = o.id and booked.deleted_at is null) as transactions
    from "order" o
    join order_summary summary on summary.order_id = o.id and summary.version = o.version
   where o.deleted_at is null and summary.deleted_at is null`

const ATTEMPTS = `
  select id, order_id, reference_id, state, settled_at is not null as settled,
         case when resolved_at is null then issue end as issue
    from one2pays_payment where state <> 'initiated'`

export async function readBooks(
  database: pg.Client,
  sandbox: Sandbox
): Promise<Books> {
  const [orders, attempts] = [
    await database.query<OrderBook>(ORDERS),
    await database.query<AttemptBook>(ATTEMPTS),
  ]
  return {
    orders: orders.rows,
    attempts: attempts.rows,
    gateway: sandbox.payments.list(),
  }
}

const LIVE = new Set(["processing", "requires_action"])

/** Whether the customer can still pay it. */
export const isLive = ({ status }: GatewayPayment): boolean => LIVE.has(status)

/** At the gateway, of an order. */
export const paymentsOf = (
  { gateway }: Books,
  orderId: string
): GatewayPayment[] =>
  gateway.filter(
    ({ metadata }) => (metadata as { order_id?: string }).order_id === orderId
  )

const ENDS: Record<string, string> = {
  succeeded: "succeeded",
  expired: "expired",
  canceled: "canceled",
  payment_failed: "failed",
}

/** Where shop and gateway do not agree, or the shop counts money twice; one line each. */
export function contradictions(books: Books): string[] {
  const { orders, attempts, gateway } = books
  const orderOf = new Map(orders.map((order) => [order.id, order]))
  const attemptOf = new Map(attempts.map((row) => [row.reference_id, row]))
  const paymentOf = new Map(gateway.map((each) => [each.referenceId, each]))
  const found: string[] = []
  const check = (holds: boolean, what: () => string) => {
    if (!holds) found.push(what())
  }

  for (const payment of gateway) {
    const { referenceId, status } = payment
    const attempt = attemptOf.get(referenceId)
    const what = `payment ${referenceId}, ${status} at the gateway,`
    if (!attempt) {
      found.push(`${what} is unknown to the shop`)
      continue
    }
    const order = orderOf.get(attempt.order_id ?? "")
    const told = `${what} ${attempt.state} in the shop (issue ${attempt.issue ?? "none"}, settled ${attempt.settled})`
    if (isLive(payment)) {
      check(attempt.state === "open", () => told)
      check(order?.status === "pending", () => `${told} has no standing order`)
    } else {
      check(attempt.state === ENDS[status], () => told)
    }
    const isRight =
      status === "succeeded" && payment.receivedThb === payment.requestedThb
    check(
      attempt.settled ? isRight && !attempt.issue : true,
      () => `${told} was settled`
    )
    check(
      status !== "succeeded" || attempt.settled !== Boolean(attempt.issue),
      () => `${told} is neither settled nor an issue, or both`
    )
  }

  for (const attempt of attempts) {
    if (attempt.state === "open" || attempt.state === "creating") {
      check(
        paymentOf.has(attempt.reference_id ?? "") &&
          orderOf.has(attempt.order_id ?? ""),
        () =>
          `attempt ${attempt.reference_id} is ${attempt.state} without an order or a payment`
      )
    }
  }

  for (const order of orders) {
    const { id, total, paid_total, captures, transactions, elsewhere } = order
    const payments = paymentsOf(books, id)
    const live = payments.filter(isLive)
    check(
      live.length <= 1,
      () => `order ${id} has ${live.length} live payments`
    )
    check(
      elsewhere.length === 0 || live.length === 0,
      () => `order ${id} is paid elsewhere and has a live payment`
    )
    const came = payments.flatMap(({ referenceId, receivedThb }) =>
      attemptOf.get(referenceId)?.settled ? Number(receivedThb) : []
    )
    const isPaid = payments.some(
      ({ status, receivedThb }) =>
        status === "succeeded" && Number(receivedThb) === total
    )
    // Of an order that nobody has changed, all is known beforehand.
    const expected = order.is_changed ? came : isPaid ? [total] : []
    const booked = [...expected, ...elsewhere]
    check(
      isSame(captures, expected) &&
        isSame(transactions, booked) &&
        isSameSum([paid_total], booked),
      () =>
        `order ${id} over ${total}, paid ${String(expected)} at the gateway and ${String(elsewhere)} elsewhere: captures ${String(captures)}, transactions ${String(transactions)}, paid_total ${paid_total}`
    )
    const settled = attempts.filter(
      ({ order_id, settled }) => order_id === id && settled
    )
    check(
      settled.length === captures.length,
      () => `order ${id} has ${settled.length} settled payments`
    )
  }
  return found
}

const sorted = (amounts: number[]) => String([...amounts].sort((a, b) => a - b))

const isSame = (some: number[], others: number[]) =>
  sorted(some) === sorted(others)

const satang = (amounts: number[]) =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0)

const isSameSum = (some: number[], others: number[]) =>
  satang(some) === satang(others)
