/**
 * One client in a process of its own: `node client.mjs one2pays|stripe <port> <to warm up> <calls>`. Calls the server one call after the other and sends what
 * a call took: time, and CPU of this process, all its threads and its garbage collection included.
 */
import "../exit-with-parent.mjs"
import { percentile } from "../report/statistics.mjs"
import { INTENT_ID, PAYMENT_ID, REFERENCE } from "./answers.mjs"

/** @typedef {() => Promise<{ id: string }>} Call */
/** @typedef {{ retrieve: Call, create: Call }} Client */
/** @typedef {{ p50: number, p95: number, cpu: number }} CallFigures milliseconds, and microseconds of CPU */
/** @typedef {Record<keyof Client, CallFigures>} ClientFigures */

/** @type {Record<string, (port: number) => Promise<Client>>} */
const clients = {
  async one2pays(port) {
    const { gateway } = await import("../built-gateway.mjs")
    const { payments } = gateway.createOne2PaysClient({
      baseUrl: `http://127.0.0.1:${port}`,
      apiKey: "pk_test_bench",
      secretKey: "sk_test_bench",
    })
    return {
      retrieve: () => payments.retrieve(PAYMENT_ID),
      create: () =>
        payments.create({
          amount: "1290.50",
          referenceId: REFERENCE,
          paymentMethod: "promptpay",
          customerBankAccountName: "Somchai Jaidee",
          customerBankAccountNumber: "1234567890",
          customerBankCode: "004",
          description: "Order #1042",
          metadata: { order_id: REFERENCE },
          idempotencyKey: REFERENCE,
        }),
    }
  },

  async stripe(port) {
    const { default: Stripe } = await import("stripe")
    const { paymentIntents } = new Stripe("sk_test_bench", {
      host: "127.0.0.1",
      port,
      protocol: "http",
      maxNetworkRetries: 0,
      telemetry: false,
    })
    return {
      retrieve: () => paymentIntents.retrieve(INTENT_ID),
      create: () =>
        paymentIntents.create(
          {
            amount: 129_050,
            currency: "thb",
            payment_method_data: {
              type: "promptpay",
              billing_details: {
                name: "Somchai Jaidee",
                email: "somchai@example.com",
              },
            },
            description: "Order #1042",
            metadata: { order_id: REFERENCE },
          },
          { idempotencyKey: REFERENCE }
        ),
    }
  },
}

/**
 * @param {Call} call
 * @returns {Promise<CallFigures>}
 */
async function measure(call) {
  /** @type {number[]} */
  const times = []
  const cpuBefore = process.cpuUsage()
  for (let count = 0; count < calls; count++) {
    const started = performance.now()
    await call()
    times.push(performance.now() - started)
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpu: (user + system) / calls,
  }
}

const [name = "", ...numbers] = process.argv.slice(2)
const [port = 0, warmUp = 0, calls = 0] = numbers.map(Number)
const open = clients[name]
if (!open) throw new Error("one2pays or stripe?")
const client = await open(port)
for (let count = 0; count < warmUp; count++) {
  await client.retrieve()
  await client.create()
}
/** @type {ClientFigures} */
const figures = {
  retrieve: await measure(client.retrieve),
  create: await measure(client.create),
}
process.send?.(figures)
