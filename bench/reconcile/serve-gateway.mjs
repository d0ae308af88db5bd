/** A One2Pays that has all the payments of a state file, with live keys and their limit: `node serve-gateway.mjs <file>`. Sends how it is reached. */
import "../exit-with-parent.mjs"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"

/** @typedef {{ url: string, apiKey: string, secretKey: string }} GatewayAddress */

const sandbox = await startSandbox({
  stateFile: process.argv[2],
  apiKey: "pk_live_bench",
  secretKey: "sk_live_bench",
  rateLimitPerMinute: 1_000,
})
const { url, apiKey, secretKey } = sandbox
/** @type {GatewayAddress} */
const address = { url, apiKey, secretKey }
process.send?.(address)
