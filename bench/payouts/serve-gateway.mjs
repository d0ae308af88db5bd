/** A One2Pays that takes so many calls a minute, with money enough: `node serve-gateway.mjs <calls a minute>`. Sends how it is reached. */
import "../exit-with-parent.mjs"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"

/** @typedef {import("../reconcile/serve-gateway.mjs").GatewayAddress} GatewayAddress */

const sandbox = await startSandbox({
  apiKey: "pk_live_bench",
  secretKey: "sk_live_bench",
  rateLimitPerMinute: Number(process.argv[2]),
  openingBalance: "100000000.00",
  withdrawStepMs: null,
})
const { url, apiKey, secretKey } = sandbox
/** @type {GatewayAddress} */
const address = { url, apiKey, secretKey }
process.send?.(address)
