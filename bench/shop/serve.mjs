/**
 * Starts Medusa as `medusa start` does, in the shop's directory, and fills the shop with what there is to buy: `node serve.mjs <port>`. Sends
 * the shop when it is open, and then runs each job that it is sent the name of, and asks for each `payout <THB>`.
 */
import { createRequire } from "node:module"
import path from "node:path"
import "../exit-with-parent.mjs"

/** @typedef {import("../../integration-tests/setup/shop.js").Shop} Shop */
/** @typedef {{ shop: Shop, variant: string }} OpenShop */

const load = createRequire(import.meta.url)
const directory = process.cwd()
const start = load("@medusajs/medusa/commands/start").default
await start({ directory, port: Number(process.argv[2]) })

const { container } = load("@medusajs/framework")
const { updateRegionsWorkflow } = load("@medusajs/medusa/core-flows")
const { createWithdrawWorkflow } = load("medusa-plugin-one2pays/workflows")
/** @type {typeof import("../../integration-tests/setup/shop.js")} */
const fixtures = load(path.join(directory, "shop.js"))

const shop = await fixtures.createShop(container)
await updateRegionsWorkflow(container).run({
  input: {
    selector: { id: shop.regionId },
    update: {
      payment_providers: [
        fixtures.PROVIDER_ID,
        "pp_system_default",
        "pp_stripe-promptpay_stripe",
      ],
    },
  },
})
const variant = await fixtures.createVariant(container, shop, 1290.5)
/** @type {OpenShop} */
const open = { shop, variant }
process.send?.(open)
process.on("message", (/** @type {string} */ wanted) => {
  const [what, amount] = wanted.split(" ")
  if (what === "payout") {
    void createWithdrawWorkflow(container).run({
      input: {
        amount,
        bank_code: "004",
        account_name: "สมศรี ขยัน",
        account_number: "9876543210",
        requested_by: "system",
      },
    })
  } else {
    void container.resolve("workflows").run(`job-${wanted}`)
  }
})
