import { createHash } from "node:crypto"
import {
  BANKS,
  fillIn,
  PAYMENT_PAGE,
  PUBLIC_ERRORS,
  type Locale,
} from "../../../../messages"
import type { StorePaymentAnswer } from "../../../store/one2pays/orders/[id]/render-payment"
import type { PaymentLink } from "../../../support/checkout/payment-link"

/** What the page shows. Null: there is no such link. */
export interface PageView {
  link: PaymentLink | null
  /** The order's payment, as the store answers it. */
  answer: StorePaymentAnswer | null
  /** The methods and banks that the shop takes; null for all banks. */
  offer: { methods: readonly string[]; banks: readonly string[] | null }
  /** What the customer has sent, but for the account number, and why it was refused. */
  sent: Record<string, string>
  problem: string | null
  /** The payer whom the order keeps: only its customer, logged in to a storefront, may give another one. */
  own_payer: { bank_code: string; last4: string } | null
  /** The storefront's address. */
  storefront: string | null
}

/** Asks whether the page has changed, and loads it anew then. A reader is not interrupted before. */
const FOLLOW = `const {tag}=document.querySelector("main").dataset;setInterval(async()=>{if(document.hidden)return;try{const now=(await fetch(location.href,{method:"HEAD",cache:"no-store"})).headers.get("etag");if(now&&!now.includes(tag))location.replace(location.href)}catch{}},5000)`

const STYLE = `:root{color-scheme:light dark}body{max-width:28rem;margin:0 auto;padding:1rem;font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}h1{font-size:1.25rem}form{display:grid;gap:1rem;margin-block:1rem}fieldset{display:grid;gap:.75rem;border:1px solid #84929f;border-radius:10px;padding:1rem}label{display:grid;gap:.25rem}label.radio{display:flex;gap:.5rem;align-items:center}input:not([type=radio]),select{font:inherit;padding:.6rem;width:100%;box-sizing:border-box}button,a.button{font:inherit;font-weight:600;padding:.8rem 1rem;border:0;border-radius:10px;background:#12355b;color:#fff;text-align:center;text-decoration:none;display:block}.amount{font-size:2rem;font-weight:700}.qr{background:#fff;padding:.5rem;border-radius:10px;max-width:18rem}.bad{color:#a4262c;background:#fdecec;padding:.75rem;border-radius:10px}`

const digest = (text: string, encoding: "base64" | "base64url") =>
  createHash("sha256").update(text).digest(encoding)

const hashOf = (text: string) => `'sha256-${digest(text, "base64")}'`

/** Nothing but this page's own script and style runs, and no other page may frame it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(FOLLOW)}`,
  `style-src ${hashOf(STYLE)}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ")

/** Renders the whole page, with a tag that changes exactly when its content does. The function is pure. */
export function renderPage(
  view: PageView,
  locale: Locale
): { html: string; tag: string } {
  const content = contentOf(view, locale)
  const tag = digest(content, "base64url")
  const title = PAYMENT_PAGE.title[locale]
  return {
    tag,
    html: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main data-tag="${tag}">${content}</main></body></html>
`,
  }
}

function contentOf(view: PageView, locale: Locale): string {
  const { link, answer, problem } = view
  const say = (key: keyof typeof PAYMENT_PAGE) => PAYMENT_PAGE[key][locale]
  if (!link) {
    return `<h1>${say("unknown")}</h1>`
  }
  const order = fillIn(say("order"), { number: String(link.display_id ?? "") })
  const script = `<script>${FOLLOW}</script>`
  const alert =
    problem === null ? "" : `<p class="bad" role="alert">${escape(problem)}</p>`
  if (answer) {
    // A page that answers a refused form keeps what it says.
    const follow = problem === null && !isOver(answer) ? script : ""
    return `<p>${order}</p>${alert}${renderPayment(answer, locale)}${follow}`
  }
  if (link.amount <= 0) {
    return `<p>${order}</p><h1>${say("nothing")}</h1>`
  }
  return `<h1>${order}</h1><p>${say("amount")}<br><span class="amount" data-one2pays="amount">${baht(link.amount)}</span></p>${alert}${renderForm(view, locale)}`
}

function renderForm(view: PageView, locale: Locale): string {
  const { offer, sent, own_payer } = view
  const say = (key: keyof typeof PAYMENT_PAGE) => PAYMENT_PAGE[key][locale]
  const chosen = sent.payment_method ?? offer.methods[0]
  const methods = offer.methods
    .map((method) =>
      method === "promptpay" || method === "bank_transfer"
        ? `<label class="radio"><input type="radio" name="payment_method" value="${method}"${method === chosen ? " checked" : ""}>${say(method)}</label>`
        : ""
    )
    .join("")
  const account = own_payer
    ? renderOwnPayer(own_payer, view.storefront, locale)
    : renderAccount(view, locale)
  return `<form method="post">
<fieldset><legend>${say("method")}</legend>${methods}</fieldset>
${account}
<button type="submit">${say("pay")}</button></form>`
}

function renderOwnPayer(
  payer: { bank_code: string; last4: string },
  storefront: string | null,
  locale: Locale
): string {
  const text = PUBLIC_ERRORS.one2pays_payer_not_yours.text[locale]
  const logIn = storefront
    ? ` <a rel="noreferrer" href="${escape(storefront)}">${PAYMENT_PAGE.log_in[locale]}</a>`
    : ""
  const from = fillIn(PAYMENT_PAGE.from[locale], wordsFor(payer, locale))
  return `<p data-one2pays="pay-from">${from}</p><p>${text}${logIn}</p>`
}

function renderAccount({ offer, sent }: PageView, locale: Locale): string {
  const say = (key: keyof typeof PAYMENT_PAGE) => PAYMENT_PAGE[key][locale]
  const banks = BANKS.filter(
    ({ code, color }) => offer.banks?.includes(code) ?? color !== undefined
  )
    .map(
      ({ code, name }) =>
        `<option value="${code}"${code === sent.bank_code ? " selected" : ""}>${escape(name[locale])}</option>`
    )
    .join("")
  return `<fieldset><legend>${say("account")}</legend><p>${say("why")}</p>
<label>${say("bank")}<select name="bank_code" required><option value="">${say("choose_bank")}</option>${banks}</select></label>
<label>${say("account_number")}<input name="account_number" inputmode="numeric" autocomplete="off" maxlength="30" required></label>
<label>${say("account_name")}<input name="account_name" maxlength="100" required value="${escape(sent.account_name ?? "")}"></label></fieldset>`
}

/** A payer's bank by its name, and the end of the number, for the page. */
const wordsFor = (
  payer: { bank_code: string; last4: string } | null,
  locale: Locale
) => {
  const bank = BANKS.find(({ code }) => code === payer?.bank_code)
  return {
    bank: escape(bank?.name[locale] ?? payer?.bank_code ?? ""),
    last4: escape(payer ? `••${payer.last4}` : ""),
  }
}

function renderPayment(
  { payment, maintenance }: StorePaymentAnswer,
  locale: Locale
): string {
  const say = (key: keyof typeof PAYMENT_PAGE) => PAYMENT_PAGE[key][locale]
  const { status, next_action, payer, expires_at, can_retry } = payment
  const isAwaited = status === "awaiting_payment"
  const amount = payment.amount_to_pay ?? payment.rest ?? payment.amount
  const values = {
    ...wordsFor(payer, locale),
    time: expires_at ? timeOf(expires_at) : "",
  }
  const line = (key: keyof typeof PAYMENT_PAGE, shows: boolean) =>
    shows ? `<p>${fillIn(say(key), values)}</p>` : ""
  const underWay =
    payment.payment_method === "bank_transfer"
      ? "under_way_transfer"
      : "under_way"
  const button = (name: "check" | "again", shows: boolean) =>
    shows
      ? `<form method="post"><button type="submit" name="${name}" value="1">${say(name)}</button></form>`
      : ""
  return [
    `<div role="status"><h1 data-status="${status}">${escape(payment.message)}</h1></div>`,
    maintenance ? `<p role="status">${escape(maintenance.message)}</p>` : "",
    `<p class="amount" data-one2pays="amount">${baht(amount)}</p>`,
    next_action?.qr_svg
      ? `<div class="qr" data-one2pays="qr">${next_action.qr_svg}</div>${line("scan", true)}`
      : "",
    line("from", isAwaited && payer !== null),
    line("until", isAwaited && expires_at !== null),
    next_action?.url
      ? `<p><a class="button" rel="noreferrer" href="${escape(next_action.url)}">${say("open")}</a></p>`
      : "",
    line(underWay, can_retry && status !== "failed"),
    button("check", isAwaited || (can_retry && status !== "failed")),
    button("again", can_retry),
    payment.reference_id === ""
      ? ""
      : `<p>${say("reference")}: ${escape(payment.reference_id)}</p>`,
    line("updates", isAwaited),
  ].join("")
}

/** Whether nothing can change any more. */
const isOver = ({ payment: { status, can_retry } }: StorePaymentAnswer) =>
  status === "paid" ||
  status === "refunded" ||
  (!can_retry && (status === "failed" || status === "canceled"))

const baht = (amount: number) =>
  `฿${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

/** Where the banks are, whatever the customer's clock says. */
const timeOf = (time: string) =>
  new Intl.DateTimeFormat("en-GB", {
    ...({ hour: "2-digit", minute: "2-digit" } as const),
    timeZone: "Asia/Bangkok",
  }).format(new Date(time))

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
