import { createRequire } from "node:module"
import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import stripeProviders, { discoveryPath } from "@medusajs/medusa/payment-stripe"

type StripeClient = object

interface StripeProvider {
  stripe_: StripeClient
  options_: { apiKey: string }
}

const Promptpay = stripeProviders.services.find(
  (service) =>
    (service as { identifier?: string }).identifier === "stripe-promptpay"
) as unknown as new (...args: unknown[]) => StripeProvider

/** The very stripe-node that Medusa's provider uses. */
const { Stripe } = createRequire(discoveryPath)("stripe") as {
  Stripe: new (apiKey: string, config: object) => StripeClient
}

/**
 * Medusa's own Stripe provider for PromptPay, as it is but for the address that its client calls: its options have none. Its id is
 * `pp_stripe-promptpay_stripe`.
 */
class StripeOnLoopback extends Promptpay {
  static identifier = "stripe-promptpay"

  constructor(...args: unknown[]) {
    super(...args)
    this.stripe_ = new Stripe(this.options_.apiKey, {
      host: "127.0.0.1",
      port: Number(process.env.STRIPE_PORT),
      protocol: "http",
      telemetry: false,
    })
  }
}

export default ModuleProvider(Modules.PAYMENT, {
  services: [StripeOnLoopback as never],
})
