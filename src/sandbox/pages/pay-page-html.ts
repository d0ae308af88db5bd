import { toString as drawQr } from "qrcode"
import {
  isFinal,
  type PaymentRecord,
  type PaymentStatus,
} from "../records/payment-record"
import { isoTime } from "../wire/iso-time"
import { formatThb } from "../wire/money"
import { escapeHtml } from "./html"
import { PAY_PAGE_STYLE } from "./page-style"

export const PAY_PREFIX = "/pay/"

/** The page for an address without a payment. */
export function missingPage(): string {
  return document(
    "Payment not found",
    message("Payment not found", "", "ended")
  )
}

/** The pay page of a payment. @param now Unix milliseconds. */
export async function paymentPage(
  payment: PaymentRecord,
  now: number
): Promise<string> {
  const thb = formatThb(payment.requestedSatang)
  const body = isFinal(payment.status)
    ? message(STATUS_TEXT[payment.status], baht(payment), mood(payment.status))
    : await pending(payment, thb)
  return document(
    `Pay ${thb} THB`,
    `${body}
<dl>
<dt>Reference</dt><dd>${escapeHtml(payment.referenceId)}</dd>
${payment.description === null ? "" : `<dt>For</dt><dd>${escapeHtml(payment.description)}</dd>`}
<dt>Status</dt><dd id="status" role="status">${payment.status}</dd>
</dl>
${isFinal(payment.status) ? "" : script(payment, payment.expiresAt - now)}`
  )
}

async function pending(payment: PaymentRecord, thb: string): Promise<string> {
  const picture =
    payment.qrPayload === null
      ? `<p class="hint">Bank transfer. Transfer the amount from the account you named.</p>`
      : `<div class="qr" role="img" aria-label="PromptPay QR code">${await qr(payment.qrPayload)}</div>
<p class="hint">Scan with any banking app that reads PromptPay</p>`
  return `<p class="amount">฿${thb}</p>
${picture}
<p class="hint">Expires <time id="expiry" datetime="${isoTime(payment.expiresAt)}">${isoTime(payment.expiresAt)}</time></p>
<form method="post" action="${PAY_PREFIX}${payment.token}/pay"><button class="main">Pay ฿${thb}</button></form>
<details>
<summary>What else can happen</summary>
${button(payment, "fail", "Fail")}
${button(payment, "expire", "Let it expire")}
${button(payment, "pay-twice", "Pay twice")}
<form method="post" action="${PAY_PREFIX}${payment.token}/pay-wrong" class="row">
<label>Another amount, THB <input name="amount" inputmode="decimal" pattern="\\d+(\\.\\d{1,2})?" required value="${formatThb(Math.max(1, Math.floor(payment.requestedSatang / 2)))}"></label>
<button>Pay wrong amount</button>
</form>
</details>`
}

function button(payment: PaymentRecord, action: string, text: string): string {
  return `<form method="post" action="${PAY_PREFIX}${payment.token}/${action}"><button>${text}</button></form>`
}

function qr(payload: string): Promise<string> {
  return drawQr(payload, {
    type: "svg",
    errorCorrectionLevel: "M",
    margin: 2,
  })
}

const STATUS_TEXT: Record<PaymentStatus, string> = {
  requires_payment_method: "Waiting",
  requires_confirmation: "Waiting",
  requires_action: "Waiting",
  processing: "Waiting for payment",
  requires_capture: "Waiting",
  succeeded: "Payment received",
  canceled: "Payment canceled",
  expired: "Payment expired",
  payment_failed: "Payment failed",
}

function mood(status: PaymentStatus): "paid" | "ended" {
  return status === "succeeded" ? "paid" : "ended"
}

/** Once money came, the received amount tells more than the requested one. */
function baht(payment: PaymentRecord): string {
  const satang =
    payment.receivedSatang > 0
      ? payment.receivedSatang
      : payment.requestedSatang
  return `฿${formatThb(satang)}`
}

function message(
  title: string,
  amount: string,
  kind: "paid" | "ended"
): string {
  return `<p class="sign ${kind}" aria-hidden="true">${kind === "paid" ? "✓" : "✕"}</p>
<h1>${escapeHtml(title)}</h1>
<p class="amount">${amount}</p>
<p class="hint">You can go back to the shop.</p>`
}

/** Reloads when the status changes and counts down meanwhile. Times are relative, because the sandbox's clock may differ from the browser's. */
function script(payment: PaymentRecord, remainingMs: number): string {
  return `<script>
const ends = Date.now() + ${remainingMs}
const expiry = document.getElementById("expiry")
setInterval(() => {
  const left = Math.max(0, Math.round((ends - Date.now()) / 1000))
  expiry.textContent = "in " + Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0")
}, 500)
setInterval(async () => {
  try {
    const answer = await fetch("${PAY_PREFIX}${payment.token}/status")
    if ((await answer.json()).status !== "${payment.status}") location.reload()
  } catch {
    document.getElementById("status").textContent = "no connection, trying again"
  }
}, 1000)
</script>`
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)} · One2Pays sandbox</title>
<style>${PAY_PAGE_STYLE}</style>
</head>
<body>
<main>
<header>One2Pays <span>sandbox</span></header>
${body}
<footer>A stand-in for testing. No money moves.</footer>
</main>
</body>
</html>
`
}
