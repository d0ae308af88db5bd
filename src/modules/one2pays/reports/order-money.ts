import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { roundThb } from "../../../gateway"
import { FINAL_STATES } from "../withdraw-rules/state"

/** Money of an order that goes back to its customer. THB in major units with two decimals. */
export interface RefundedOfOrder {
  /** What was paid, and what is on its way. */
  refunded: string
  /** What staff asked for, and what has not ended yet. */
  on_its_way: string
}

/**
 * Sums what the ledger has of the payments of an order. Money under a reference that is not the order's is not its money.
 *
 * @returns THB in major units with two decimals
 */
export async function sumReceived(db: Knex, orderId: string): Promise<string> {
  const { rows } = await db.raw<{ rows: { received: string }[] }>(
    `select coalesce(sum(movement.amount), 0)::text as received
       from one2pays_payment payment
       join one2pays_movement movement on movement.payment_id = payment.id and movement.deleted_at is null
      where payment.order_id = :orderId
        and payment.deleted_at is null
        and payment.issue is distinct from 'unknown_reference'`,
    { orderId }
  )
  return roundThb(rows[0]?.received ?? "0")
}

/**
 * Sums the refunds of an order and the money that is paid back of its payments. A withdraw that ended unpaid, or that a
 * bank sent back, counts as neither: the one that takes its place does.
 */
export async function sumRefunded(
  db: Knex,
  orderId: string
): Promise<RefundedOfOrder> {
  const { rows } = await db.raw<{ rows: Record<"paid" | "moving", string>[] }>(
    `select coalesce(sum(amount) filter (where state = 'paid'), 0)::text as paid,
            coalesce(sum(amount) filter (where state <> all(:ended)), 0)::text as moving
       from one2pays_withdraw
      where order_id = :orderId
        and deleted_at is null
        and (kind = 'refund' or payment_id is not null)`,
    { orderId, ended: [...FINAL_STATES] }
  )
  const { paid, moving } = rows[0] ?? { paid: "0", moving: "0" }
  return {
    refunded: roundThb(MathBN.add(paid, moving).toFixed()),
    on_its_way: roundThb(moving),
  }
}
