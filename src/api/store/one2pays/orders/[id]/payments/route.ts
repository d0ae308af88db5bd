import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import { openNextPaymentWorkflow } from "../../../../../../workflows/open-next-payment"
import { requestLocale } from "../../../../../request-locale"
import { renderPayment } from "../render-payment"

/**
 * `POST /store/one2pays/orders/:id/payments`: another try to pay an order whose last payment has
 * ended. Body as the `data` of a payment session, all of it optional: what the customer chose
 * before serves again. 201; 409 when it is paid, canceled or can still be paid; 503 when the gateway
 * cannot be asked.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const one2pays = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const orderId = String(req.params.id)
  const last = await one2pays.findAttemptOfOrder(orderId)
  if (!last) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no One2Pays payment`
    )
  }
  const { result } = await openNextPaymentWorkflow(req.scope).run({
    input: {
      payment_id: last.id,
      replace_open: false,
      data: choiceIn(req.body, one2pays, last.payment_collection_id, () =>
        one2pays.choiceOf(last)
      ),
    },
  })
  const attempt = (await one2pays.findAttempt(result.payment_id)) ?? last
  const facts = { attempt, maintenance: null, now: new Date() }
  res.status(201).json(await renderPayment(facts, requestLocale(req)))
}

/** What the customer chooses anew, its account number sealed before it goes anywhere. */
function choiceIn(
  body: unknown,
  one2pays: One2PaysModuleService,
  paymentCollectionId: string,
  before: () => Record<string, unknown>
): Record<string, unknown> | undefined {
  const { payment_method, payer } = (body ?? {}) as Record<string, unknown>
  if (payer !== undefined) {
    return one2pays.sealSessionData(
      { payment_method, payer },
      paymentCollectionId
    )
  }
  return payment_method === undefined
    ? undefined
    : { ...before(), payment_method }
}
