import { describePayoutFailure, type Locale } from "../../../../messages"
import {
  detailOf,
  resolutionOf,
} from "../../../../modules/one2pays/issues/issue"
import { readWords } from "../../../../modules/one2pays/shared/words"
import type { AccountHistory } from "../../../../modules/one2pays/withdraws/account-history"
import type { Total } from "../../../../modules/one2pays/withdraws/store/approval-queries"
import { canPayBackAgain } from "../../../../modules/one2pays/withdraws/ask/pay-back"
import {
  waitOf,
  type Withdraw,
  type WithdrawEvent,
} from "../../../../modules/one2pays/withdraws/withdraw"
import { warningsOf } from "../../../support/payout-warnings"

/**
 * A withdraw as staff see it. `amount` is THB in major units, and times are ISO 8601. `can_pay_back` says whether its
 * money, which did not reach the customer, can be sent again. While `issue.paying_back_since` is set, the payout
 * `issue.pay_back_id` does that; when it is null, that payout ended unpaid. With the warning `payer_changed`, `first_payer` is the
 * payer that came with the order; with `payer_not_customer`, nobody had given one before a person who was not logged in
 * as the order's customer; with `duplicate`, `duplicate` says why it is meant. `waits_for` says why an approved
 * one does not leave.
 */
export function renderWithdraw(
  withdraw: Withdraw,
  locale: Locale,
  isUnitProved: boolean
) {
  const { failure } = withdraw
  return {
    id: withdraw.id,
    kind: withdraw.kind,
    state: withdraw.state,
    waits_for: waitOf(withdraw, isUnitProved),
    amount: Number(withdraw.amount),
    currency_code: withdraw.currency_code,
    account_name: withdraw.account_name,
    bank_code: withdraw.bank_code,
    account_last4: withdraw.account_last4,
    ...warningsOf(withdraw),
    duplicate: withdraw.duplicate,
    description: withdraw.description,
    metadata: withdraw.metadata,
    reference_id: withdraw.reference_id,
    batch_id: withdraw.batch_id,
    requested_by: withdraw.requested_by,
    requested_by_person: withdraw.requested_by_person,
    decided_by: withdraw.decided_by,
    decided_at: withdraw.decided_at,
    payment_id: withdraw.payment_id,
    order_id: withdraw.order_id,
    refund_id: withdraw.refund_id,
    gateway_withdraw_id: withdraw.gateway_withdraw_id,
    gateway_status: withdraw.gateway_status,
    failure,
    failure_message: failure && describePayoutFailure(failure, locale),
    issue: withdraw.issue && {
      code: withdraw.issue,
      detail: detailOf(withdraw, locale),
      raised_at: withdraw.issue_raised_at,
      resolved_at: withdraw.resolved_at,
      resolved_by: withdraw.resolved_by,
      resolution: resolutionOf(withdraw, locale),
      pay_back_id: withdraw.pay_back_id,
      paying_back_since: withdraw.paying_back_since,
    },
    can_pay_back: canPayBackAgain(withdraw),
    sent_at: withdraw.sent_at,
    ended_at: withdraw.ended_at,
    returned_at: withdraw.returned_at,
    created_at: withdraw.created_at,
    updated_at: withdraw.updated_at,
  }
}

export const renderTotal = ({ count, amount }: Total) => ({
  count,
  amount: Number(amount),
})

export const renderStateTotal = ({
  state,
  ...total
}: Total & Pick<Withdraw, "state">) => ({ state, ...renderTotal(total) })

/** What was paid to an account before. With `is_new` nothing was; `other` is where the same name had its money then. */
export const renderHistory = ({
  last_at,
  is_new,
  other,
  ...total
}: AccountHistory) => ({
  ...renderTotal(total),
  last_at,
  is_new,
  other: other && {
    id: other.id,
    account_name: other.account_name,
    bank_code: other.bank_code,
    last4: other.account_last4,
  },
})

/** One line of the audit trail. */
export const renderEvent = (event: WithdrawEvent, locale: Locale) => ({
  at: event.created_at,
  actor: event.actor,
  person: event.person,
  from: event.from_state,
  to: event.to_state,
  reason: readWords(
    { text: event.reason, message: event.reason_message },
    locale
  ),
})
