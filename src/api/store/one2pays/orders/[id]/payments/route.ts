import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { systemClock } from "../../../../../../gateway"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import { loadOrderFacts } from "../../../../../../modules/one2pays/core/order-facts"
import { queryOf } from "../../../../../../modules/one2pays/core/query"
import { isInProgress } from "../../../../../../modules/one2pays/errors/in-progress"
import { publicError } from "../../../../../../modules/one2pays/errors/public-error"
import { statusOfOrder } from "../../../../../../modules/one2pays/payments/order-status"
import type { Payment } from "../../../../../../modules/one2pays/payments/payment"
import { openNextPaymentWorkflow } from "../../../../../../workflows/payments/open-next-payment"
import { loggedInCustomer } from "../../../../../support/logged-in-customer"
import { readJson } from "../../../../../support/read-json"
import { refuseTooManyPayments } from "../../../../../support/refuse-too-many-payments"
import { requestLocale } from "../../../../../support/request-locale"
import { renderPayment } from "../render-payment"
import { findShownPayment } from "../shown-payment"

/**
 * `POST /store/one2pays/orders/:id/payments`: opens the next payment of an order whose last payment has ended. The body is
 * that of a payment session's `data`. All of it is optional: without a field, the last payment's serves again. 201; 403
 * for a new payer whom only the order's own customer may give; 409 when the order is paid or canceled, or its last
 * payment can still be paid; 503 when the gateway cannot be asked, core is still placing the order, or its customer has
 * asked too often.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const one2pays = one2paysOf(req.scope)
  const orderId = String(req.params.id)
  const now = new Date(systemClock.now())
  const { payment: last } = await findShownPayment(req.scope, orderId, now)
  const customerId = loggedInCustomer(req)
  const body = await readJson(req)
  const data = await readNewData(body, one2pays, last, customerId)
  await refuseTooManyPayments(one2pays, orderId)
  const { result } = await openNextPaymentWorkflow(req.scope)
    .run({
      input: {
        payment_id: last.id,
        replace_open: false,
        data,
        asked_by: customerId,
        ...(data?.save_payer ? { remember_for: customerId } : {}),
      },
    })
    .catch((error: unknown) => {
      throw isInProgress(error) ? publicError("one2pays_busy") : error
    })
  const payment = (await one2pays.payments.find(result.payment_id)) ?? last
  const order = await loadOrderFacts(queryOf(req.scope), orderId)
  const status = statusOfOrder(payment, order, new Date(systemClock.now()))
  const facts = { payment, status, maintenance: null }
  res.status(201).json(await renderPayment(facts, requestLocale(req)))
}

/** The method and payer that the customer chooses anew, the account number sealed before it goes anywhere. */
async function readNewData(
  body: unknown,
  one2pays: One2PaysModuleService,
  last: Payment,
  customerId: string | undefined
): Promise<Record<string, unknown> | undefined> {
  const chosen = (body ?? {}) as Record<string, unknown>
  if (chosen.payer !== undefined || chosen.saved_payer != null) {
    return one2pays.payers.sealSessionData(
      { ...(await one2pays.payments.methodOf(last)), ...chosen },
      last.payment_collection_id,
      customerId
    )
  }
  return chosen.payment_method === undefined
    ? undefined
    : {
        ...(await one2pays.payments.dataOf(last)),
        payment_method: chosen.payment_method,
      }
}
