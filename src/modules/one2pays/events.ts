import { BALANCE_LOW, type BalanceLow } from "./gateway-state/low-balance"
import {
  MAINTENANCE_ENDED,
  MAINTENANCE_STARTED,
  type MaintenanceEnded,
  type MaintenanceStarted,
} from "./gateway-state/outage-events"
import { UNIT_CONTRADICTED, type UnitContradicted } from "./gateway-state/unit"
import {
  NEEDS_ATTENTION,
  type NeedsAttention,
} from "./payments/needs-attention"
import {
  WITHDRAW_NEEDS_ATTENTION,
  type WithdrawNeedsAttention,
} from "./withdraws/needs-attention"
import { WITHDRAW_EVENTS, type WithdrawNews } from "./withdraws/store/news"

/** The names of the events that a shop's own subscribers may hear. None holds an account number. */
export const ONE2PAYS_EVENTS = {
  payment_needs_attention: NEEDS_ATTENTION,
  withdraw_needs_attention: WITHDRAW_NEEDS_ATTENTION,
  withdraw_waits_for_approval: WITHDRAW_EVENTS.waits_for_approval,
  withdraw_approved: WITHDRAW_EVENTS.approved,
  withdraw_rejected: WITHDRAW_EVENTS.rejected,
  withdraw_paid: WITHDRAW_EVENTS.paid,
  withdraw_failed: WITHDRAW_EVENTS.failed,
  withdraw_returned: WITHDRAW_EVENTS.returned,
  balance_low: BALANCE_LOW,
  unit_contradicted: UNIT_CONTRADICTED,
  maintenance_started: MAINTENANCE_STARTED,
  maintenance_ended: MAINTENANCE_ENDED,
} as const

/** The data of each event, by its name: `SubscriberArgs<One2PaysEvents["one2pays.withdraw.rejected"]>`. */
export interface One2PaysEvents {
  [NEEDS_ATTENTION]: NeedsAttention
  [WITHDRAW_NEEDS_ATTENTION]: WithdrawNeedsAttention
  [WITHDRAW_EVENTS.waits_for_approval]: WithdrawNews
  [WITHDRAW_EVENTS.approved]: WithdrawNews
  [WITHDRAW_EVENTS.rejected]: WithdrawNews
  [WITHDRAW_EVENTS.paid]: WithdrawNews
  [WITHDRAW_EVENTS.failed]: WithdrawNews
  [WITHDRAW_EVENTS.returned]: WithdrawNews
  [BALANCE_LOW]: BalanceLow
  [UNIT_CONTRADICTED]: UnitContradicted
  [MAINTENANCE_STARTED]: MaintenanceStarted
  [MAINTENANCE_ENDED]: MaintenanceEnded
}
