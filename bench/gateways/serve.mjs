/**
 * Both gateways in one process that is not the shop's: `node serve.mjs <the shop's address>`. They answer as fast as they can, so that what is
 * measured is the shop's side. Sends how they are reached.
 */
import "../exit-with-parent.mjs"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { startStripeApi } from "./stripe-api.mjs"

/** @typedef {{ url: string, apiKey: string, secretKey: string, webhookSecret: string, stripePort: number }} Gateways */

const [shopUrl = ""] = process.argv.slice(2)
const sandbox = await startSandbox({
  rateLimitPerMinute: null,
  webhookUrls: [`${shopUrl}/hooks/one2pays`],
})
const { url, apiKey, secretKey, webhookSecret } = sandbox
/** @type {Gateways} */
const gateways = {
  url,
  apiKey,
  secretKey,
  webhookSecret,
  stripePort: await startStripeApi(),
}
process.send?.(gateways)
