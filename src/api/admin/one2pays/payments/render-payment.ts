import type { MedusaRequest } from "@medusajs/framework/http"
import { systemClock } from "../../../../gateway"
import { translateForStaff } from "../../../../messages"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../modules/one2pays"
import { requestLocale } from "../../../support/request-locale"
import { webAddress } from "../../../support/web-address"
import type { Attempt } from "../../../../modules/one2pays/payments/payment-store"

/**
 * An attempt as staff see it. `amount` is THB in major units, times are ISO 8601; `can_pay_back` is whether its money
 * can go back to the account it came from.
 */
export function renderAdminPayment(req: MedusaRequest, attempt: Attempt) {
  const one2pays = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const locale = requestLocale(req)
  const read = (text: string | null) => text && translateForStaff(text, locale)
  return {
    id: attempt.id,
    order_id: attempt.order_id,
    attempt: attempt.attempt,
    reference_id: attempt.reference_id,
    gateway_payment_id: attempt.gateway_payment_id,
    payment_session_id: attempt.session_id,
    state: attempt.state,
    gateway_status: attempt.gateway_status,
    amount: Number(attempt.amount),
    currency_code: attempt.currency_code,
    payment_method: attempt.payment_method,
    payer: {
      account_name: attempt.payer_name,
      bank_code: attempt.payer_bank_code,
      last4: attempt.payer_last4,
    },
    issue: attempt.issue && {
      code: attempt.issue,
      detail: read(attempt.issue_detail),
      raised_at: attempt.issue_raised_at,
      resolved_at: attempt.resolved_at,
      resolved_by: attempt.resolved_by,
      resolution: read(attempt.resolution),
    },
    can_pay_back: one2pays.canPayBack(attempt),
    cancel_requested_at: attempt.cancel_requested_at,
    payment_url: paymentPage(attempt, new Date(systemClock.now())),
    expires_at: attempt.expires_at,
    settled_at: attempt.settled_at,
    ended_at: attempt.ended_at,
    replaced_at: attempt.replaced_at,
    created_at: attempt.created_at,
    updated_at: attempt.updated_at,
  }
}

/** Where the customer can pay now, at the gateway; for staff to send on. */
function paymentPage(
  { state, cancel_requested_at, expires_at, next_action }: Attempt,
  now: Date
): string | null {
  const isPayable =
    state === "open" &&
    !cancel_requested_at &&
    !(expires_at && expires_at <= now)
  return (isPayable && webAddress(next_action?.paymentAppUrl)) || null
}
