import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PaymentState } from "../payments/payment"
import type { WithdrawState } from "../withdraw-rules/state"
import type { Period } from "./statement-queries"

/** A row of ours, as the comparison sees it. Amounts are THB in major units. */
interface Row<State> {
  id: string
  reference_id: string | null
  gateway_id: string | null
  order_id: string | null
  state: State
  amount: string
}

export interface OurPayment extends Row<PaymentState> {
  /** What the gateway asks the payer for, where it added some satang. */
  asked_amount: string | null
  /** What the ledger has of it; null where nothing came. */
  received: string | null
}

export type OurWithdraw = Row<WithdrawState>

export interface Ours {
  payments: OurPayment
  withdraws: OurWithdraw
}

/** Names of objects at the gateway: its own ids, and our references. */
export interface Names {
  ids: string[]
  references: string[]
}

const COLUMNS = {
  payments: [
    ...["id", "reference_id", "gateway_payment_id as gateway_id", "order_id"],
    ...["state", "amount", "asked_amount"],
  ],
  withdraws: [
    ...["id", "reference_id", "gateway_withdraw_id as gateway_id", "order_id"],
    ...["state", "amount"],
  ],
}

const TABLES = {
  payments: { table: "one2pays_payment", gatewayId: "gateway_payment_id" },
  withdraws: { table: "one2pays_withdraw", gatewayId: "gateway_withdraw_id" },
} as const

const RECEIVED =
  "(select sum(movement.amount)::text from one2pays_movement movement where movement.payment_id = one2pays_payment.id and movement.deleted_at is null) as received"

/** Reads of our rows, for the comparison with the gateway's lists. */
export class CompareQueries {
  constructor(private readonly db: Knex) {}

  /** Lists the rows of these objects. */
  async listNamed<List extends keyof Ours>(
    list: List,
    { ids, references }: Names
  ): Promise<Ours[List][]> {
    return this.rows(list).where((named) => {
      void named
        .whereIn("reference_id", references)
        .orWhereIn(TABLES[list].gatewayId, ids)
    }) as Promise<Ours[List][]>
  }

  /** Lists rows of objects that the gateway created in a period, but for those of these ids. */
  async listOthers<List extends keyof Ours>(
    list: List,
    { from, to }: Period,
    ids: string[],
    limit: number
  ): Promise<Ours[List][]> {
    const { gatewayId } = TABLES[list]
    return this.rows(list)
      .whereNotNull(gatewayId)
      .where("gateway_created_at", ">=", from)
      .where("gateway_created_at", "<", to)
      .whereNotIn(gatewayId, ids)
      .orderBy("gateway_created_at")
      .limit(limit) as Promise<Ours[List][]>
  }

  private rows(list: keyof Ours) {
    const found = this.db(TABLES[list].table)
      .whereNull("deleted_at")
      .select(...COLUMNS[list])
    return list === "payments" ? found.select(this.db.raw(RECEIVED)) : found
  }
}
