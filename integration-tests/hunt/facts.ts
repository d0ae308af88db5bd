import { OPENING_BALANCE } from "./account"
import type { Fault } from "./fault"
import type { Announced, Heard, World } from "./world"

/** An order as Medusa's database has it. Sums are whole satang. */
export interface OrderFacts {
  id: string
  canceled: boolean
  /** What the order comes to, less all that was paid and not refunded; negative when too much was paid. */
  owed: number
  captured: number
  refunded: number
  /** Of the order, now or before. */
  collections: number
  /** As core's admin calls it. */
  payment_status: string
  /** The answer of `GET /store/one2pays/orders/:id`; null where there is none. */
  shown: Shown | null
}

export interface Shown {
  status: string
  amount: number
  reference_id: string
  next_action: object | null
  can_retry: boolean
}

/** A row of the plugin's payments. */
export interface PaymentFacts {
  id: string
  order_id: string | null
  session_id: string
  reference_id: string | null
  state: string
  amount: number
  settled: boolean
  issue: string | null
  resolved: boolean
  announced: boolean
  /** Sent back by the plugin. */
  paid_back: boolean
  to_be_canceled: boolean
  hidden: boolean
  busy: boolean
  /** Captured by Medusa for its session, whichever of the session's payments it was. */
  captured: number
  /** By the ledger. */
  came: number
}

/** A row of the plugin's withdraws. */
export interface WithdrawFacts {
  id: string
  kind: "payout" | "refund"
  state: string
  amount: number
  reference_id: string
  payment_id: string | null
  order_id: string | null
  refund_id: string | null
  request_key: string | null
  batch_id: string | null
  account_last4: string
  /** Why it is meant, though it was asked for before. */
  duplicate: object | null
  waits_for: string | null
  sent: boolean
  busy: boolean
  issue: string | null
  resolved: boolean
  /** The user at the beginning of what led to the request or to the approval; for a refund, as Medusa knows it. */
  requester: string | null
  approver: string | null
  /** Every change of its state, the oldest first. */
  trail: Change[]
  /** By the ledger: what the gateway holds of it, and what has left for good. */
  held: number
  left: number
}

interface Change {
  from: string | null
  to: string
  actor: string
}

/** A refund that Medusa has booked of our provider's payments. */
export interface RefundFacts {
  id: string
  amount: number
  session_id: string
}

interface GatewayPaymentFacts {
  reference: string
  order_id: string
  status: string
  asked: number
  /** As the gateway's API tells it: of a payment that was paid twice, it tells one. */
  received: number
  receivedInAll: number
}

interface GatewayWithdrawFacts {
  reference: string
  status: string
  amount: number
}

export interface Notice {
  title: string
  description: string
  link: string
}

/** What the plugin and the gateway have written down. */
export interface Books {
  payments: PaymentFacts[]
  withdraws: WithdrawFacts[]
  refunds: RefundFacts[]
  gatewayPayments: GatewayPaymentFacts[]
  gatewayWithdraws: GatewayWithdrawFacts[]
  wallet: number
  /** What the wallet would hold if no money had left or come. */
  opening: number
  isUnitProved: boolean
  notices: Notice[]
  announced: Announced[]
  heard: Heard[]
  /** The payouts that somebody asked for. */
  asked: ReadonlySet<string>
  met: Fault[]
}

/** The books, and the orders as Medusa has them and shows them. */
export interface Facts extends Books {
  orders: OrderFacts[]
}

const SATANG = (column: string) => `round(${column} * 100)::int`

/** By the ledger, the sum of some kinds of a withdraw's movements less that of others. */
const MOVED = (name: string, more: string[], less: string[]) =>
  `coalesce((select ${SATANG(`sum(case when v.kind in ('${more.join("', '")}') then v.amount when v.kind in ('${less.join("', '")}') then -v.amount else 0 end)`)}
              from one2pays_movement v where v.withdraw_id = w.id), 0) as "${name}"`

const PAYMENTS = `
  select p.id, p.order_id, p.session_id, p.reference_id, p.state, ${SATANG("p.amount")} as amount,
         p.settled_at is not null as settled, p.issue, p.resolved_at is not null as resolved,
         p.issue_announced_at is not null as announced, p.paid_back_at is not null as paid_back,
         p.cancel_requested_at is not null as to_be_canceled, p.deleted_at is not null as hidden,
         coalesce(p.busy_until > now(), false) as busy,
         coalesce((select ${SATANG("sum(c.amount)")} from payment m join capture c on c.payment_id = m.id
                    where m.payment_session_id = p.session_id and c.deleted_at is null), 0) as captured,
         coalesce((select ${SATANG("sum(v.amount)")} from one2pays_movement v where v.payment_id = p.id), 0) as came
    from one2pays_payment p
   order by p.created_at, p.id`

const WITHDRAWS = `
  select w.id, w.kind, w.state, ${SATANG("w.amount")} as amount, w.reference_id, w.payment_id, w.order_id, w.refund_id,
         w.request_key, w.batch_id, w.account_last4, w.duplicate, w.waits_for, w.sent_at is not null as sent,
         coalesce(w.busy_until > now(), false) as busy, w.issue, w.resolved_at is not null as resolved,
         case when w.kind = 'refund' then r.created_by else w.requested_by end as requester, w.decided_by as approver,
         (select json_agg(json_build_object('from', e.from_state, 'to', e.to_state, 'actor', e.actor)
                          order by e.created_at, e.id)
            from one2pays_withdraw_event e where e.withdraw_id = w.id) as trail,
         ${MOVED("held", ["held"], ["released"])},
         ${MOVED("left", ["refund", "payout", "pay_back"], ["returned"])}
    from one2pays_withdraw w left join refund r on r.id = w.refund_id
   order by w.created_at, w.id`

const REFUNDS = `
  select r.id, ${SATANG("r.amount")} as amount, m.payment_session_id as session_id
    from refund r join payment m on m.id = r.payment_id
   where r.deleted_at is null and m.payment_session_id in (select session_id from one2pays_payment)`

const ORDERS = `
  with money as (
    select link.order_id, m.id
      from (select distinct order_id, payment_collection_id from order_payment_collection) link
      join payment m on m.payment_collection_id = link.payment_collection_id)
  select o.id, o.status = 'canceled' or o.canceled_at is not null as canceled,
         coalesce((select ${SATANG("sum(c.amount)")} from money join capture c on c.payment_id = money.id
                    where money.order_id = o.id and c.deleted_at is null), 0) as captured,
         coalesce((select ${SATANG("sum(r.amount)")} from money join refund r on r.payment_id = money.id
                    where money.order_id = o.id and r.deleted_at is null), 0) as refunded,
         (select count(*)::int from order_payment_collection link
           where link.order_id = o.id) as collections
    from "order" o
   where o.deleted_at is null and o.id = any(string_to_array(?, ','))`

type OrderRow = Omit<OrderFacts, "shown" | "payment_status" | "owed">

const satang = (thb: string | number) => Math.round(Number(thb) * 100)

/** Reads what the invariants of every moment speak of. */
export async function readBooks({
  shop,
  staff,
  account,
  startedAt,
  announced,
  heard,
  asked,
  met,
}: World): Promise<Books> {
  const [payments, withdraws, refunds, isUnitProved, notices] =
    await Promise.all([
      shop.sql<PaymentFacts>(PAYMENTS),
      shop.sql<WithdrawFacts>(WITHDRAWS),
      shop.sql<RefundFacts>(REFUNDS),
      account.isUnitProved(),
      shop.sql<{ data: Notice }>(
        "select data from notification where channel = 'feed' and created_at >= ?::timestamptz order by created_at",
        [startedAt]
      ),
    ])
  const behind = (id: string | null) => id && staff.behind(id)
  return {
    payments,
    withdraws: withdraws.map((withdraw) => ({
      ...withdraw,
      requester: behind(withdraw.requester),
      approver: behind(withdraw.approver),
    })),
    refunds,
    isUnitProved,
    notices: notices.map(({ data }) => data),
    announced: [...announced],
    heard: [...heard],
    asked: new Set(asked),
    met: [...met],
    opening: satang(OPENING_BALANCE) + account.movedByHand,
    wallet: satang(shop.sandbox.status().walletThb),
    gatewayPayments: shop.sandbox.payments.list().map((payment) => ({
      reference: payment.referenceId,
      order_id: payment.referenceId.split(".")[0]!,
      status: payment.status,
      asked: satang(payment.requestedThb),
      // The sandbox speaks satang, with two decimals.
      received: payment.status === "succeeded" ? Number(payment.amount) : 0,
      receivedInAll: satang(payment.receivedThb),
    })),
    gatewayWithdraws: shop.sandbox.withdraws.list().map((withdraw) => ({
      reference: withdraw.referenceId,
      status: withdraw.status,
      amount: Number(withdraw.amount),
    })),
  }
}

/** Reads all that the invariants speak of. The orders are those of this sequence. */
export async function readFacts(world: World): Promise<Facts> {
  const books = await readBooks(world)
  const ids = new Set([
    ...world.orderIds,
    ...books.payments.flatMap(({ order_id }) => order_id ?? []),
  ])
  const rows = await world.shop.sql<OrderRow>(ORDERS, [[...ids].join()])
  return {
    ...books,
    orders: await Promise.all(rows.map((row) => present(world, row))),
  }
}

/** How an order is presented to its customer and to staff. */
async function present(world: World, row: OrderRow): Promise<OrderFacts> {
  const { buyer, admin } = world.shop
  const [store, core] = await Promise.all([
    buyer.payment(row.id),
    // Only with the total does core take off what returns and exchanges that are under way will bring back.
    admin.get(`/admin/orders/${row.id}?fields=payment_status,total,summary`),
  ])
  const order = core.data.order as {
    payment_status: string
    summary: { pending_difference: number }
  }
  return {
    ...row,
    owed: satang(order.summary.pending_difference),
    payment_status: order.payment_status,
    shown: store.status === 200 ? (store.data.payment as Shown) : null,
  }
}
