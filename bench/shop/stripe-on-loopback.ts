import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import stripeProviders from "@medusajs/medusa/payment-stripe"

interface StripeClient {
  constructor: new (apiKey: string, config: object) => StripeClient
}

interface StripeProvider {
  stripe_: StripeClient
  options_: { apiKey: string }
}

const Promptpay = stripeProviders.services.find(
  (service) =>
    (service as { identifier?: string }).identifier === "stripe-promptpay"
) as unknown as new (...args: unknown[]) => StripeProvider

/**
 * Medusa's own Stripe provider for PromptPay, as it is but for the address that its client calls: its options have none. Its id is
 * `pp_stripe-promptpay_stripe`.
 */
class StripeOnLoopback extends Promptpay {
  static identifier = "stripe-promptpay"

  constructor(...args: unknown[]) {
    super(...args)
    const Client = this.stripe_.constructor
    this.stripe_ = new Client(this.options_.apiKey, {
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
