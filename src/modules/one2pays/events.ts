import type { UnitContradicted } from "./gateway-state/unit"
import type { NeedsAttention } from "./payments/needs-attention"
import type { WithdrawNeedsAttention } from "./withdraws/needs-attention"
import type { WithdrawNews } from "./withdraws/news"

/** Each event that the plugin emits, and its data, for the subscribers of a shop. Times are ISO 8601. */
export interface One2PaysEvents {
  "one2pays.payment.needs_attention": NeedsAttention
  "one2pays.withdraw.needs_attention": WithdrawNeedsAttention
  "one2pays.withdraw.waits_for_approval": WithdrawNews
  "one2pays.withdraw.approved": WithdrawNews
  "one2pays.withdraw.paid": WithdrawNews
  "one2pays.withdraw.failed": WithdrawNews
  "one2pays.withdraw.returned": WithdrawNews
  "one2pays.unit.contradicted": UnitContradicted
  "one2pays.maintenance.started": { started_at: string; retry_at: string }
  "one2pays.maintenance.ended": { started_at: string; ended_at: string }
}
