import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { systemClock } from "../../../../../../gateway"
import { noteRetryAfter } from "../../../../../../messages"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import { isInProgress } from "../../../../../../modules/one2pays/errors/in-progress"
import { publicError } from "../../../../../../modules/one2pays/errors/public-error"
import type { Payment } from "../../../../../../modules/one2pays/payments/payment"
import { openNextPaymentWorkflow } from "../../../../../../workflows/payments/open-next-payment"
import { loggedInCustomer } from "../../../../../support/logged-in-customer"
import { readJson } from "../../../../../support/read-json"
import { requestLocale } from "../../../../../support/request-locale"
import { renderPayment } from "../render-payment"
import { findShownPayment } from "../shown-payment"

/**
 * `POST /store/one2pays/orders/:id/payments`: opens the next payment of an order whose last payment has ended. The body is
 * that of a payment session's `data`. All of it is optional: without a field, the last payment's serves again. 201; 409
 * when the order is paid or canceled, or its last payment can still be paid; 503 when the gateway cannot be asked, core
 * is still placing the order, or its customer has asked too often.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const one2pays = one2paysOf(req.scope)
  const orderId = String(req.params.id)
  const last = await findShownPayment(req.scope, orderId)
  const customerId = loggedInCustomer(req)
  const body = await readJson(req)
  const data = await readNewData(body, one2pays, last, customerId)
  await refuseTooMany(one2pays, orderId)
  const { result } = await openNextPaymentWorkflow(req.scope)
    .run({
      input: {
        payment_id: last.id,
        replace_open: false,
        data,
        ...(data?.save_payer ? { remember_for: customerId } : {}),
      },
    })
    .catch((error: unknown) => {
      throw isInProgress(error) ? publicError("one2pays_busy") : error
    })
  const payment = (await one2pays.payments.find(result.payment_id)) ?? last
  const facts = {
    payment,
    maintenance: null,
    now: new Date(systemClock.now()),
  }
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
      { ...one2pays.payments.methodOf(last), ...chosen },
      last.payment_collection_id,
      customerId
    )
  }
  return chosen.payment_method === undefined
    ? undefined
    : {
        ...one2pays.payments.dataOf(last),
        payment_method: chosen.payment_method,
      }
}

async function refuseTooMany(
  one2pays: One2PaysModuleService,
  orderId: string
): Promise<void> {
  const waitMs = await one2pays.connection.nextPayments.take(orderId)
  if (waitMs > 0) {
    noteRetryAfter(waitMs / 1000)
    throw publicError("one2pays_busy")
  }
}
