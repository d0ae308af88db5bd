import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MedusaError,
  ModuleProvider,
  Modules,
  PaymentActions,
} from "@medusajs/framework/utils"

const FAILURES: Record<string, () => Error> = {
  declined: () =>
    new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Your card was declined.",
      "card_declined"
    ),
  down: () =>
    new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Payment service is temporarily under maintenance. Please try again later.",
      "their_gateway_is_down"
    ),
  bug: () => new Error("undefined is not a function"),
}

/** Somebody else's payment provider, which fails as the session's data asks it to. */
class FailingPayments extends AbstractPaymentProvider {
  static override identifier = "failing"

  // Public, where the base class's is not.
  public constructor(cradle: Record<string, unknown>) {
    super(cradle)
  }

  async initiatePayment({
    data = {},
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    failAs(data.at_once)
    return { id: "failing_1", data }
  }

  async authorizePayment({
    data = {},
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    failAs(data.at_completion)
    return { status: "authorized", data }
  }

  capturePayment = async () => ({})
  cancelPayment = async () => ({})
  deletePayment = async () => ({})
  refundPayment = async () => ({})
  retrievePayment = async () => ({})
  updatePayment = async () => ({})
  getPaymentStatus = async () => ({ status: "pending" as const })

  async getWebhookActionAndData(
    _: ProviderWebhookPayload["payload"]
  ): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

function failAs(kind: unknown): void {
  const failure = typeof kind === "string" ? FAILURES[kind] : undefined
  if (failure) {
    throw failure()
  }
}

export default ModuleProvider(Modules.PAYMENT, { services: [FailingPayments] })
