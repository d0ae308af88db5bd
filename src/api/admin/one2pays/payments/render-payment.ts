import type { MedusaRequest } from "@medusajs/framework/http"
import { systemClock } from "../../../../gateway"
import { one2paysOf } from "../../../../modules/one2pays"
import {
  detailOf,
  resolutionOf,
} from "../../../../modules/one2pays/issues/issue"
import { shownAction } from "../../../../modules/one2pays/payments/judge/check-qr"
import { askedAmount } from "../../../../modules/one2pays/payments/judge/asked-amount"
import {
  owedIn,
  receivedOf,
  unmatchedOf,
} from "../../../../modules/one2pays/payments/judge/match"
import { isPayable } from "../../../../modules/one2pays/payments/lifecycle"
import type { Payment } from "../../../../modules/one2pays/payments/payment"
import { warningsOf } from "../../../support/payout-warnings"
import { requestLocale } from "../../../support/language/request-locale"
import { webAddress } from "../../../support/requests/web-address"
import type { ReceivedMoney } from "../../../../modules/one2pays/payments/store/staff-queries"

/**
 * A payment as staff see it. `amount` is THB in major units, `asked_amount` what the payer is told to pay, `received`
 * what came as far as the plugin knows, and times are ISO 8601. `can_pay_back` says whether its money
 * can go back to the account it came from, and `pay_back_amount` how much as things stand. While `issue.paying_back_since` is set, the payout `issue.pay_back_id` pays it
 * back; when it is null, that payout ended unpaid. `owed` is the sum that a missing refund is about. With the warning `payer_changed`, `first_payer` is the payer that came with the
 * order; with `payer_not_customer`, nobody had given one before a person who was not logged in as the order's customer.
 */
export function renderAdminPayment(req: MedusaRequest, payment: Payment) {
  const one2pays = one2paysOf(req.scope)
  const locale = requestLocale(req)
  const owed = owedIn(payment)
  const received = receivedOf(payment)
  const canPayBack = one2pays.withdraws.canPayBack(payment)
  return {
    id: payment.id,
    order_id: payment.order_id,
    attempt: payment.attempt,
    reference_id: payment.reference_id,
    gateway_payment_id: payment.gateway_payment_id,
    payment_session_id: payment.session_id,
    state: payment.state,
    gateway_status: payment.gateway_status,
    amount: Number(payment.amount),
    asked_amount: Number(askedAmount(payment)),
    received: received === null ? null : Number(received),
    currency_code: payment.currency_code,
    payment_method: payment.payment_method,
    payer: {
      account_name: payment.payer_name,
      bank_code: payment.payer_bank_code,
      last4: payment.payer_last4,
    },
    ...warningsOf(payment),
    issue: payment.issue && {
      code: payment.issue,
      detail: detailOf(payment, locale),
      owed: owed === null ? null : Number(owed),
      raised_at: payment.issue_raised_at,
      resolved_at: payment.resolved_at,
      resolved_by: payment.resolved_by,
      resolution: resolutionOf(payment, locale),
      pay_back_id: payment.pay_back_id,
      paying_back_since: payment.paying_back_since,
    },
    can_pay_back: canPayBack,
    pay_back_amount: canPayBack ? Number(unmatchedOf(payment)) : null,
    cancel_requested_at: payment.cancel_requested_at,
    payment_url: paymentPage(payment, new Date(systemClock.now())),
    expires_at: payment.expires_at,
    settled_at: payment.settled_at,
    ended_at: payment.ended_at,
    replaced_at: payment.replaced_at,
    created_at: payment.created_at,
    updated_at: payment.updated_at,
  }
}

/** Money that came for a payment. `amount` is THB in major units. */
export const renderReceived = ({ moved_at, amount }: ReceivedMoney) => ({
  at: moved_at,
  amount: Number(amount),
})

/** The gateway's page where the customer can pay now. Staff may send it to the customer. */
const paymentPage = (payment: Payment, now: Date): string | null =>
  (isPayable(payment, now) &&
    webAddress(shownAction(payment)?.paymentAppUrl)) ||
  null
