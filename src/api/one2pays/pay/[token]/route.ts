import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Locale } from "../../../../messages"
import { one2paysOf } from "../../../../modules/one2pays"
import { describeOptions } from "../../../../modules/one2pays/config/public-options"
import { renderPayment } from "../../../store/one2pays/orders/[id]/render-payment"
import { loadFacts } from "../../../store/one2pays/orders/[id]/shown-payment"
import {
  loadPaymentLink,
  readToken,
  type PaymentLink,
} from "../../../support/checkout/payment-link"
import { readForm } from "../../../support/requests/read-form"
import { requestLocale } from "../../../support/language/request-locale"
import { textOfError } from "../../../support/language/text-of-error"
import { webAddress } from "../../../support/requests/web-address"
import { loadOwnPayer, openLinkPayment } from "./open-link-payment"
import { CONTENT_SECURITY_POLICY, renderPage, type PageView } from "./page"

/**
 * `GET /one2pays/pay/:token`: the plain page of a payment link, for shops without a storefront. It needs no script, no
 * publishable key and no log-in: the token names the order and its payment collection, which only their customer knows.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const locale = requestLocale(req)
  const link = await loadPaymentLink(req.scope, readToken(tokenIn(req)))
  await show(req, res, { link, locale })
}

/**
 * `POST /one2pays/pay/:token`: makes the payment, from the page's form; with `again`, the next one of the payer who was
 * given before; with `check`, asks the gateway, since the customer says that they have paid. 303 to the page. What was
 * refused is said there, with the form as it was sent, but for the number.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const locale = requestLocale(req)
  const link = await loadPaymentLink(req.scope, readToken(tokenIn(req)))
  if (!link) {
    await show(req, res, { link, locale })
    return
  }
  const { account_number, ...sent } = await readForm(req)
  try {
    await openLinkPayment(req.scope, link, { ...sent, account_number })
  } catch (error) {
    const problem = textOf(error, locale)
    if (problem === undefined) {
      throw error
    }
    const now = await loadPaymentLink(req.scope, link)
    await show(req, res, { link: now, locale, sent, problem })
    return
  }
  res.redirect(303, req.originalUrl)
}

const tokenIn = (req: MedusaRequest) => String(req.params.token)

/** The text of an error that is for the customer. */
const textOf = (error: unknown, locale: Locale): string | undefined =>
  error instanceof Error ? textOfError(error)?.[locale] : undefined

async function show(
  req: MedusaRequest,
  res: MedusaResponse,
  {
    link,
    locale,
    sent = {},
    problem = null,
  }: { link: PaymentLink | null; locale: Locale } & Partial<
    Pick<PageView, "sent" | "problem">
  >
): Promise<void> {
  const { unit, options } = one2paysOf(req.scope)
  const offer = {
    methods: await unit.offeredMethods(),
    banks: describeOptions(options).banks,
  }
  const answer = link?.is_chosen
    ? await renderPayment(await loadFacts(req.scope, link.order_id), locale)
    : null
  const own =
    link && !link.is_chosen ? await loadOwnPayer(req.scope, link) : null
  const own_payer = own && {
    bank_code: own.payer_bank_code,
    last4: own.payer_last4,
  }
  res.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
  // The address is as good as the link.
  res.setHeader("Referrer-Policy", "no-referrer")
  res.setHeader("Cache-Control", "private, no-store")
  res.vary("Accept-Language")
  const storefront = storefrontOf(req)
  const view = { link, answer, offer, sent, problem, own_payer, storefront }
  const { html, tag } = renderPage(view, locale)
  res.setHeader("ETag", `"${tag}"`)
  res
    .status(link ? (problem === null ? 200 : 400) : 404)
    .type("html")
    .send(html)
}

/** Where the shop's customers log in, if `medusa-config.ts` says so. */
const storefrontOf = (req: MedusaRequest): string | null =>
  webAddress(
    req.scope.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
      .admin.storefrontUrl
  ) ?? null
