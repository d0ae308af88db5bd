import type { MedusaContainer } from "@medusajs/framework/types"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import {
  loadOrderFacts,
  type OrderFacts,
} from "../../../../../../modules/one2pays/core/order-facts"
import { loadOwner } from "../../../../../../modules/one2pays/core/order-owner"
import {
  loggerOf,
  queryOf,
} from "../../../../../../modules/one2pays/core/query"
import {
  publicError,
  reachable,
} from "../../../../../../modules/one2pays/errors/public-error"
import { chooseNextCollection } from "../../../../../../modules/one2pays/payments/next-collection"
import type { Payment } from "../../../../../../modules/one2pays/payments/payment"
import { askForRestWorkflow } from "../../../../../../workflows/orders/ask-for-rest"
import { openNextPaymentWorkflow } from "../../../../../../workflows/payments/open-next-payment"
import { openRestPaymentWorkflow } from "../../../../../../workflows/orders/open-rest-payment"
import { PATIENCE_MS } from "../../../../../../workflows/payments/patience"
import { refuseTooManyPayments } from "../../../../../support/requests/refuse-too-many"

/** What a customer wants of the next payment. */
export interface NextPaymentRequest {
  body: Record<string, unknown>
  /** The customer who is logged in and asks. */
  asked_by: string | undefined
}

/**
 * Opens the next payment of an order: through the payment collection of the last one, or through the one that asks for
 * the rest of an order that was paid in part.
 *
 * @returns the id of the payment
 */
export async function openNext(
  container: MedusaContainer,
  last: Payment,
  request: NextPaymentRequest
): Promise<string> {
  const order = await loadOrderFacts(queryOf(container), last.order_id ?? "")
  const next = order && chooseNextCollection(order, last.payment_collection_id)
  const { result } =
    !next || next.id === last.payment_collection_id
      ? await openAfter(container, last, request)
      : await openForRest(container, order, last, next.id, request)
  return result.payment_id
}

async function openAfter(
  container: MedusaContainer,
  last: Payment,
  { body, asked_by }: NextPaymentRequest
) {
  const one2pays = one2paysOf(container)
  const { payment_collection_id } = last
  const orderId = last.order_id ?? ""
  const newPayer = namesPayer(body)
    ? await sealNewPayer(one2pays, last, payment_collection_id, {
        body,
        asked_by,
      })
    : null
  if (newPayer) {
    // A forbidden payer must not cost the order the payment that it has.
    await one2pays.payments.assertMayGive(
      newPayer.payer,
      payment_collection_id,
      {
        order_id: orderId,
        owner: await loadOwner(queryOf(container), orderId),
        asked_by,
      }
    )
  }
  const gives_up = newPayer !== null && body.replace !== undefined
  if (gives_up && body.replace !== last.reference_id) {
    // Another tab has made the next payment, which the customer may be paying.
    throw publicError("one2pays_payment_open")
  }
  const data =
    newPayer ??
    (body.payment_method === undefined
      ? undefined
      : {
          ...(await one2pays.payments.dataOf(last)),
          payment_method: body.payment_method,
        })
  await refuseTooManyPayments(one2pays, orderId)
  return one2pays.payments.turns.during(orderId, PATIENCE_MS, () =>
    openNextPaymentWorkflow(container).run({
      input: {
        payment_id: last.id,
        replace_open: false,
        cancel_payable: gives_up,
        data,
        asked_by,
        ...(data && "save_payer" in data ? { remember_for: asked_by } : {}),
      },
    })
  )
}

async function openForRest(
  container: MedusaContainer,
  order: OrderFacts,
  last: Payment,
  collectionId: string | null,
  { body, asked_by }: NextPaymentRequest
) {
  const one2pays = one2paysOf(container)
  await refuseTooManyPayments(one2pays, order.id)
  return one2pays.payments.turns.during(order.id, PATIENCE_MS, async () => {
    const payment_collection_id =
      collectionId ??
      (
        await askForRestWorkflow(container).run({
          input: { order_id: order.id, payment_id: last.id },
        })
      ).result
    const data = namesPayer(body)
      ? await sealNewPayer(one2pays, last, payment_collection_id, {
          body,
          asked_by,
        })
      : await reachable(
          { logger: loggerOf(container) },
          `the rest of order ${order.id} could not be asked for`,
          () =>
            one2pays.payments.dataForCollection(
              last,
              payment_collection_id,
              body
            )
        )
    return openRestPaymentWorkflow(container).run({
      input: {
        order_id: order.id,
        payment_id: last.id,
        payment_collection_id,
        data,
        asked_by,
      },
    })
  })
}

const namesPayer = ({ payer, saved_payer }: Record<string, unknown>) =>
  payer !== undefined || (saved_payer !== undefined && saved_payer !== null)

/** The method and payer that the customer chooses anew, the account number sealed before it goes anywhere. */
const sealNewPayer = async (
  { payers, payments }: One2PaysModuleService,
  last: Payment,
  paymentCollectionId: string,
  { body, asked_by }: NextPaymentRequest
) =>
  payers.sealSessionData(
    { ...(await payments.methodOf(last)), ...body },
    paymentCollectionId,
    asked_by
  )
