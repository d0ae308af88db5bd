import type { CallOptions, CallRank } from "../../../gateway"
import type { Unit } from "../gateway-state/unit"
import type { RowContext } from "../issues/row-context"
import { namesOf } from "../shared/reference"
import type { Payment, PaymentIssue } from "./payment"
import type { PaymentQueries } from "./store/payment-queries"
import type { PaymentStore } from "./store/payment-store"

/** The tools for the life of a payment. */
export interface PaymentContext extends RowContext<
  PaymentStore,
  Payment,
  PaymentIssue
> {
  queries: PaymentQueries
  unit: Unit
  /** The rank of the calls: it says who waits for them. */
  rank: CallRank
}

/** The options of a call about a payment. */
export const callAbout = (
  { rank }: Pick<PaymentContext, "rank">,
  payment: Payment
): CallOptions => ({ rank, about: namesOf(payment) })
