import type { IncomingMessage, ServerResponse } from "node:http"
import { isFinal, type PaymentRecord } from "../records/payment-record"
import type { GatewayState } from "../state/gateway-state"
import {
  readBody,
  redirect,
  sendHtml,
  sendJson,
  sendText,
} from "../wire/http-message"
import { missingPage, PAY_PREFIX, paymentPage } from "./pay-page-html"

/**
 * The hosted page at `nextAction.paymentAppUrl`: `/pay/<token>`, with `/status` as JSON and a form for each button.
 * The page works without its script. With it, the page follows the payment's status.
 */
export async function handlePayPage(
  state: GatewayState,
  request: IncomingMessage,
  response: ServerResponse,
  path: string
): Promise<void> {
  const [token = "", action = ""] = path.slice(PAY_PREFIX.length).split("/")
  const payment = state.payments.withToken(token)
  if (!payment) {
    return sendHtml(response, 404, missingPage())
  }
  if (request.method === "POST") {
    const form = new URLSearchParams((await readBody(request)).toString("utf8"))
    const refusal = press(state, payment, action, form)
    return refusal === undefined
      ? redirect(response, PAY_PREFIX + token)
      : sendText(response, 409, "text/plain; charset=utf-8", `${refusal}\n`)
  }
  if (action === "status") {
    return sendJson(response, 200, { status: payment.status })
  }
  sendHtml(response, 200, await paymentPage(payment, state.clock.now()))
}

/** Runs a button's action. @returns the reason when it cannot. */
function press(
  { payments }: GatewayState,
  payment: PaymentRecord,
  action: string,
  form: URLSearchParams
): string | undefined {
  // The page shows no buttons on a final payment, but a stale tab may.
  if (isFinal(payment.status)) {
    return `the payment is already ${payment.status}`
  }
  try {
    switch (action) {
      case "pay":
        payments.pay(payment)
        return undefined
      case "pay-wrong":
        payments.pay(payment, { amountThb: form.get("amount") ?? "" })
        return undefined
      case "pay-twice":
        payments.payTwice(payment)
        return undefined
      case "fail":
        payments.fail(payment)
        return undefined
      case "expire":
        payments.expire(payment)
        return undefined
      default:
        return `there is no button ${action}`
    }
  } catch (error) {
    if (error instanceof Error) {
      return error.message
    }
    throw error
  }
}
