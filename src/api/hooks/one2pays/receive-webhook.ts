import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { paymentPhase, type WebhookEvent } from "../../../gateway"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { logFailure } from "../../../modules/one2pays/log-failure"
import { settlePaymentWorkflow } from "../../../workflows/settle-payment"

/** What the gateway is answered. */
export type WebhookAnswer =
  | { status: 200; outcome: string }
  | { status: 503; outcome: string; retryAfter: number }

/** News that a payment was made or is on its way: nothing can have become final by it. */
const EARLY_NEWS = new Set([
  "payment.created",
  "payment.pending",
  "payment.processing",
])

const FINAL_NEWS =
  /^payment\.(received|succeeded|paid|completed|failed|canceled|cancelled|expired)$/

/**
 * Works on one believed event: claim, work, then finish or release. Whatever keeps the work
 * from being done is answered 503, so that the gateway sends the event again.
 */
export async function receiveWebhook(
  container: MedusaContainer,
  rawBody: Buffer,
  event: WebhookEvent
): Promise<WebhookAnswer> {
  const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  if (event.family !== "payment" || EARLY_NEWS.has(event.name)) {
    return { status: 200, outcome: "ignored" }
  }
  const attempt = await one2pays.findAttemptOfEvent(event)
  if (!attempt) {
    // Without our reference there is only the gateway's id, which a create that is still under way has not told us.
    return !event.referenceId && (await one2pays.isCreating())
      ? { status: 503, outcome: "too_early", retryAfter: 5 }
      : { status: 200, outcome: "not_ours" }
  }
  const claim = await one2pays.claimWebhook(rawBody, event)
  if (claim !== "claimed") {
    return claim === "duplicate"
      ? { status: 200, outcome: "duplicate" }
      : { status: 503, outcome: "busy", retryAfter: 2 }
  }
  try {
    const { result } = await settlePaymentWorkflow(container).run({
      input: { payment_id: attempt.id },
    })
    if (result.kind === "not_final" && isFinalNews(event)) {
      // The gateway's own records lag behind its event. A 200 here would end its deliveries,
      // and the money would be noticed late or never.
      await one2pays.releaseWebhook(rawBody)
      return { status: 503, outcome: "too_early", retryAfter: 5 }
    }
    await one2pays.finishWebhook(rawBody, result.kind)
    return { status: 200, outcome: result.kind }
  } catch (error) {
    // First: where the database is down this throws, and the route logs that instead.
    await one2pays.releaseWebhook(rawBody)
    logFailure(
      container.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
      `webhook ${event.name} for ${attempt.reference_id ?? attempt.id} could not be worked on now`,
      error
    )
    return { status: 503, outcome: "failed", retryAfter: 10 }
  }
}

const isFinalNews = (event: WebhookEvent) =>
  FINAL_NEWS.test(event.name) ||
  (event.status !== null && paymentPhase(event.status) !== "open")
