import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { systemClock } from "../../../../../../gateway"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { loadOrderFacts } from "../../../../../../modules/one2pays/core/order-facts"
import { queryOf } from "../../../../../../modules/one2pays/core/query"
import { isInProgress } from "../../../../../../modules/one2pays/errors/in-progress"
import { publicError } from "../../../../../../modules/one2pays/errors/public-error"
import { statusOfOrder } from "../../../../../../modules/one2pays/payments/order-status"
import { loggedInCustomer } from "../../../../../support/rights/logged-in-customer"
import { readJson } from "../../../../../support/requests/read-json"
import { requestLocale } from "../../../../../support/language/request-locale"
import { renderPayment } from "../render-payment"
import { findShownPayment } from "../shown-payment"
import { openNext } from "./open-next"

/**
 * `POST /store/one2pays/orders/:id/payments`: opens the next payment of an order whose last payment has ended, or one over
 * the rest of an order that was paid in part. The body is that of a payment session's `data`. All of it is optional:
 * without a field, the last payment's serves again. `replace` beside a payer names the reference of a payment that the
 * customer gives up, though it can still be paid. 201; 403 for a new payer whom only the order's own customer may give;
 * 409 when the order is paid or canceled, or its last payment can still be paid; 503 when the gateway cannot be asked,
 * core is still placing the order, or its customer has asked too often.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const orderId = String(req.params.id)
  const now = new Date(systemClock.now())
  const { payment: last } = await findShownPayment(req.scope, orderId, now)
  const asked_by = loggedInCustomer(req)
  const body = ((await readJson(req)) ?? {}) as Record<string, unknown>
  const opened = await openNext(req.scope, last, { body, asked_by }).catch(
    (error: unknown) => {
      throw isInProgress(error) ? publicError("one2pays_busy") : error
    }
  )
  const payment = (await one2paysOf(req.scope).payments.find(opened)) ?? last
  const order = await loadOrderFacts(queryOf(req.scope), orderId)
  const opened_at = new Date(systemClock.now())
  const status = statusOfOrder(payment, order, opened_at)
  const { merchantName } = one2paysOf(req.scope).options
  const facts = {
    ...{ payment, status, merchantName },
    ...{ maintenance: null, now: opened_at },
  }
  res.status(201).json(await renderPayment(facts, requestLocale(req)))
}
