import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { roundThb } from "../../../gateway"
import type { PaymentState } from "../payments/payment"

/** A payment that is not final, or whose money has not made its order paid yet. */
export interface UnfinishedPayment {
  id: string
  state: PaymentState
  order_id: string | null
  payment_collection_id: string
  /** THB in major units, with two decimals. */
  amount: string
  gateway_payment_id: string | null
  gateway_created_at: Date | null
  cancel_requested_at: Date | null
  /** When a look at it is due, because the gateway has announced its money. */
  look_at: Date | null
  /** Whether the gateway has said how the customer pays it. */
  has_action: boolean
  created_at: Date
  updated_at: Date
  /** Its place among all payments of the shop that the gateway made, newest first; null when it is too old for the lists. */
  position: number | null
}

export interface UnfinishedPage {
  payments: UnfinishedPayment[]
  /** Where the next page begins; null after the last one. */
  cursor: string | null
}

const TABLE = "one2pays_payment"

/** Older payments are few, and the list pages between them many. */
const LISTED_FOR = "2 days"

/** Money that comes later than this needs a webhook, which begins the looks. */
const LATE_FOR = "1 hour"

/** The time that the creating request may take to come back. */
const CREATING_FOR = "1 minute"

const COLUMNS = `id, state, order_id, payment_collection_id, amount, gateway_payment_id, gateway_created_at,
  cancel_requested_at, look_at, next_action is not null as has_action, created_at, updated_at,
  created_at::text as cursor_time`

interface Row extends Omit<UnfinishedPayment, "position"> {
  position: string | null
  cursor_time: string
}

/** Lists a page of the payments that are not final, newest first. */
export async function listUnfinished(
  db: Knex,
  cursor: string | null,
  limit: number
): Promise<UnfinishedPage> {
  const after = parseCursor(cursor)
  const rows = await selectPlaced(
    db,
    `select ${COLUMNS}
       from ${TABLE}
      where (state in ('creating', 'open')
             or (state = 'succeeded' and settled_at is null
                 and (issue is null or (issue = 'qr_amount_mismatch' and paid_back_at is null))))
        and deleted_at is null
        and (state <> 'creating' or updated_at < now() - interval '${CREATING_FOR}')
        and (:time::timestamptz is null or (created_at, id) < (:time::timestamptz, :id))
      order by created_at desc, id desc
      limit :limit`,
    { time: after?.time ?? null, id: after?.id ?? null, limit }
  )
  const last = rows.at(-1)
  return {
    payments: rows.map(toPayment),
    cursor:
      last && rows.length === limit ? `${last.cursor_time}|${last.id}` : null,
  }
}

/** Lists payments that ended without money a short while ago, newest first: late money comes soon. */
export async function listEndedLately(
  db: Knex,
  limit: number
): Promise<UnfinishedPayment[]> {
  const rows = await selectPlaced(
    db,
    `select ${COLUMNS}
       from ${TABLE}
      where ended_at > now() - interval '${LATE_FOR}'
        and state <> 'succeeded' and gateway_payment_id is not null
        and deleted_at is null
      order by created_at desc, id desc
      limit :limit`,
    { limit }
  )
  return rows.map(toPayment)
}

/**
 * Lists payments whose money, or whose further money, was announced and is not there, when a look is due, the longest due
 * first.
 */
export async function listDueLooks(
  db: Knex,
  limit: number
): Promise<UnfinishedPayment[]> {
  const rows = await selectPlaced(
    db,
    `select ${COLUMNS}
       from ${TABLE}
      where look_at <= now()
        and state in ('expired', 'failed', 'canceled', 'succeeded')
        and deleted_at is null
      order by look_at
      limit :limit`,
    { limit }
  )
  return rows.map(toPayment)
}

/** Selects payments with the place of each among all that the gateway made. */
async function selectPlaced(
  db: Knex,
  payments: string,
  bindings: Record<string, string | number | null>
): Promise<Row[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `with unfinished as (${payments}), placed as (
       select id, row_number() over (order by gateway_created_at desc, id desc) as position
         from ${TABLE}
        where gateway_created_at >= (
                select min(gateway_created_at) from unfinished
                 where gateway_created_at > now() - interval '${LISTED_FOR}')
          and deleted_at is null
     )
     select unfinished.*, placed.position
       from unfinished left join placed using (id)
      order by unfinished.created_at desc, unfinished.id desc`,
    bindings
  )
  return rows
}

const toPayment = ({
  position,
  cursor_time: _,
  ...row
}: Row): UnfinishedPayment => ({
  ...row,
  amount: roundThb(row.amount),
  position: position === null ? null : Number(position),
})

function parseCursor(
  cursor: string | null
): { time: string; id: string } | null {
  const [time, id] = cursor?.split("|") ?? []
  return time && id ? { time, id } : null
}
