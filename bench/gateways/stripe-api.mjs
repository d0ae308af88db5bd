import http from "node:http"
import { randomBytes } from "node:crypto"
import { paymentIntentObject } from "./payment-intent.mjs"

/** @import { Intent } from "./payment-intent.mjs" */

/**
 * As much of Stripe's API as Medusa's provider calls for a PromptPay payment: create, retrieve, update, cancel. It answers at once.
 *
 * `POST /_control/<intent>/<status>` does what the customer and the bank would do, `GET /_control/calls` says how often the API was called.
 * @returns {Promise<number>} the port
 */
export function startStripeApi() {
  const answer = createStripeApi()
  const server = http.createServer({ noDelay: true }, (request, response) => {
    let body = ""
    request.on("data", (chunk) => (body += String(chunk)))
    request.once("end", () => {
      const { pathname } = new URL(request.url ?? "/", "http://loopback")
      const method = request.method ?? "GET"
      const form = new URLSearchParams(body)
      const found = answer(method, pathname.split("/").slice(1), form)
      const text = JSON.stringify(found ?? { error: { message: "not found" } })
      response.writeHead(found ? 200 : 404, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
      })
      response.end(text)
    })
  })
  server.keepAliveTimeout = 60_000
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      if (address && typeof address === "object") resolve(address.port)
    })
  })
}

function createStripeApi() {
  /** @type {Map<string, Intent>} */
  const intents = new Map()
  let calls = 0

  /**
   * @param {string} method
   * @param {string[]} path its segments
   * @param {URLSearchParams} form
   * @returns {object | undefined}
   */
  return (method, [area, second = "", id = "", action], form) => {
    if (area === "_control") {
      if (second === "calls") return { calls }
      const intent = intents.get(second)
      if (intent) intent.status = id
      return intent && paymentIntentObject(intent)
    }
    calls++
    const intent = id === "" ? createIntent(form) : intents.get(id)
    if (!intent) return undefined
    if (id === "") intents.set(intent.id, intent)
    else if (action === "cancel") intent.status = "canceled"
    else if (method === "POST") {
      intent.amount = Number(form.get("amount") ?? intent.amount)
    }
    return paymentIntentObject(intent)
  }
}

/**
 * @param {URLSearchParams} form
 * @returns {Intent}
 */
function createIntent(form) {
  return {
    id: `pi_${randomBytes(12).toString("hex")}`,
    amount: Number(form.get("amount")),
    currency: form.get("currency") ?? "thb",
    status: "requires_payment_method",
    metadata: { session_id: form.get("metadata[session_id]") ?? "" },
  }
}
