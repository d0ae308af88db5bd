import type { MedusaContainer } from "@medusajs/framework/types"
import { systemClock } from "../../../../gateway"
import { one2paysOf } from "../../../../modules/one2pays"
import {
  loadOwner,
  type OrderToPay,
} from "../../../../modules/one2pays/core/order-owner"
import { loggerOf, queryOf } from "../../../../modules/one2pays/core/query"
import { isInProgress } from "../../../../modules/one2pays/errors/in-progress"
import {
  publicError,
  reachable,
} from "../../../../modules/one2pays/errors/public-error"
import type { Payment } from "../../../../modules/one2pays/payments/payment"
import { openFirstPaymentWorkflow } from "../../../../workflows/orders/open-first-payment"
import { PATIENCE_MS } from "../../../../workflows/payments/patience"
import { openNext } from "../../../store/one2pays/orders/[id]/payments/open-next"
import {
  findShownPayment,
  loadFacts,
} from "../../../store/one2pays/orders/[id]/shown-payment"
import { checkPayment } from "../../../support/checkout/check-payment"
import {
  loadPaymentLink,
  type PaymentLink,
} from "../../../support/checkout/payment-link"
import { assertNoOutage } from "../../../support/checkout/refuse-in-outage"
import { refuseTooManyPayments } from "../../../support/requests/refuse-too-many"

/** Makes the payment that a link asks for: the order's first with One2Pays, or the next one. With `check`, it looks. */
export async function openLinkPayment(
  container: MedusaContainer,
  link: PaymentLink,
  { again, check, ...form }: Record<string, string | undefined>
): Promise<void> {
  // As the store's routes do, before anything is written or deleted.
  await assertNoOutage(container)
  if (check !== undefined) {
    const { payment } = await loadFacts(container, link.order_id)
    await checkPayment(container, payment)
    return
  }
  const open = link.is_chosen
    ? openNextOf(container, link, again === undefined ? dataOf(form) : {})
    : openFirst(container, link, form)
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
  link: PaymentLink,
  form: Record<string, string | undefined>
): Promise<void> {
  const { id, order_id } = link
  const one2pays = one2paysOf(container)
  // The page asks for no account where the order keeps the one that it has.
  const own =
    form.account_number === undefined
      ? await loadOwnPayer(container, link)
      : null
  const data = own
    ? await reachable(
        { logger: loggerOf(container) },
        `order ${order_id} could not be paid through its link`,
        () => one2pays.payments.dataForCollection(own, id, form)
      )
    : await one2pays.payers.sealSessionData(dataOf(form), id, undefined)
  await one2pays.payments.assertMayGive(
    data.payer,
    id,
    await orderToPay(container, link)
  )
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

/** The payment whose payer a link's order keeps: the page takes no other one. Null where it asks for an account. */
export const loadOwnPayer = async (
  container: MedusaContainer,
  link: PaymentLink
): Promise<Payment | null> =>
  one2paysOf(container).payments.findOwnPayer(
    link.id,
    await orderToPay(container, link)
  )

/** Nobody is logged in to the page. */
const orderToPay = async (
  container: MedusaContainer,
  { order_id }: PaymentLink
): Promise<OrderToPay> => ({
  order_id,
  owner: await loadOwner(queryOf(container), order_id),
})

const dataOf = ({
  payment_method,
  bank_code,
  account_name,
  account_number,
}: Record<string, string | undefined>) => ({
  payment_method,
  payer: { bank_code, account_name, account_number },
})
