import type { MedusaContainer } from "@medusajs/framework/types"
import { systemClock } from "../../../../gateway"
import { one2paysOf } from "../../../../modules/one2pays"
import { loadOwner } from "../../../../modules/one2pays/core/order-owner"
import { queryOf } from "../../../../modules/one2pays/core/query"
import { isInProgress } from "../../../../modules/one2pays/errors/in-progress"
import { publicError } from "../../../../modules/one2pays/errors/public-error"
import { openFirstPaymentWorkflow } from "../../../../workflows/orders/open-first-payment"
import { PATIENCE_MS } from "../../../../workflows/payments/patience"
import { openNext } from "../../../store/one2pays/orders/[id]/payments/open-next"
import {
  findShownPayment,
  loadFacts,
} from "../../../store/one2pays/orders/[id]/shown-payment"
import { checkPayment } from "../../../support/check-payment"
import {
  loadPaymentLink,
  type PaymentLink,
} from "../../../support/payment-link"
import { assertNoMaintenance } from "../../../support/refuse-in-maintenance"
import { refuseTooManyPayments } from "../../../support/refuse-too-many"

/** Makes the payment that a link asks for: the order's first with One2Pays, or the next one. With `check`, it looks. */
export async function openLinkPayment(
  container: MedusaContainer,
  link: PaymentLink,
  { again, check, ...form }: Record<string, string | undefined>
): Promise<void> {
  // As the store's routes do, before anything is written or deleted.
  await assertNoMaintenance(container)
  if (check !== undefined) {
    const { payment } = await loadFacts(container, link.order_id)
    await checkPayment(container, payment)
    return
  }
  const body = again === undefined ? dataOf(form) : {}
  const open = link.is_chosen
    ? openNextOf(container, link, body)
    : openFirst(container, link, body)
  await open.catch((error: unknown) => {
    throw isInProgress(error) ? publicError("one2pays_busy") : error
  })
}

async function openNextOf(
  container: MedusaContainer,
  { order_id }: PaymentLink,
  body: Record<string, unknown>
): Promise<void> {
  const now = new Date(systemClock.now())
  const { payment } = await findShownPayment(container, order_id, now)
  await openNext(container, payment, { body, asked_by: undefined })
}

/** The order that the middleware keeps for core's route: what refuses comes before anything is written. */
async function openFirst(
  container: MedusaContainer,
  { id, order_id }: PaymentLink,
  body: Record<string, unknown>
): Promise<void> {
  const one2pays = one2paysOf(container)
  const data = await one2pays.payers.sealSessionData(body, id, undefined)
  await one2pays.payments.assertMayGive(data.payer, id, {
    order_id,
    owner: await loadOwner(queryOf(container), order_id),
    asked_by: undefined,
  })
  await refuseTooManyPayments(one2pays, order_id)
  await one2pays.payments.turns.during(order_id, PATIENCE_MS, async () => {
    // A second press, or another device: the customer may be paying already.
    if ((await loadPaymentLink(container, { id, order_id }))?.is_chosen) {
      return
    }
    await openFirstPaymentWorkflow(container).run({
      input: { order_id, payment_collection_id: id, data },
    })
  })
}

const dataOf = ({
  payment_method,
  bank_code,
  account_name,
  account_number,
}: Record<string, string | undefined>) => ({
  payment_method,
  payer: { bank_code, account_name, account_number },
})
