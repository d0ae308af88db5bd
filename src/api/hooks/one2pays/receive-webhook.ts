import type { MedusaContainer } from "@medusajs/framework/types"
import {
  paymentPhase,
  withdrawPhase,
  type WebhookEvent,
} from "../../../gateway"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { loggerOf } from "../../../modules/one2pays/core/query"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import { isFinal } from "../../../modules/one2pays/withdraw-rules/state"
import { settlePaymentWorkflow } from "../../../workflows/payments/settle-payment"
import { checkWithdrawWorkflow } from "../../../workflows/withdraws/check-withdraw"

/** The answer to the gateway. */
export type WebhookAnswer =
  | { status: 200; outcome: string }
  | { status: 503; outcome: string; retryAfter: number }

/** News that something was created or is on its way, by which nothing can have become final. */
const EARLY_NEWS = /^(payment|withdraw(al)?)\.(created|pending|processing)$/

const FINAL_NEWS =
  /^(payment|withdraw(al)?)\.(received|succeeded|paid|completed|failed|rejected|canceled|cancelled|expired)$/

/** The payment or withdraw of an event, and the work that the event asks for. */
interface Subject {
  reference: string
  /** @returns null when the gateway's own records lag behind its event */
  work(): Promise<string | null>
}

/**
 * Works on one verified event: claim, work, then finish or release. When something prevents the work, the answer is 503,
 * so that the gateway sends the event again.
 */
export async function receiveWebhook(
  container: MedusaContainer,
  rawBody: Buffer,
  event: WebhookEvent
): Promise<WebhookAnswer> {
  const one2pays = one2paysOf(container)
  if (event.family === "other" || EARLY_NEWS.test(event.name)) {
    return { status: 200, outcome: "ignored" }
  }
  const subject = await findSubject(container, one2pays, event)
  if (!subject) {
    // An event without our reference names the gateway's id alone, which a create that is still under way has not told us.
    return event.family === "payment" &&
      !event.referenceId &&
      (await one2pays.payments.isCreating())
      ? { status: 503, outcome: "too_early", retryAfter: 5 }
      : { status: 200, outcome: "not_ours" }
  }
  const claim = await one2pays.webhooks.claim(rawBody, event)
  if (claim !== "claimed") {
    return claim === "duplicate"
      ? { status: 200, outcome: "duplicate" }
      : { status: 503, outcome: "busy", retryAfter: 2 }
  }
  try {
    const outcome = await subject.work()
    if (outcome === null) {
      // A 200 here would end the gateway's deliveries, and the money would be noticed late or never.
      await one2pays.webhooks.release(rawBody)
      return { status: 503, outcome: "too_early", retryAfter: 5 }
    }
    await one2pays.webhooks.finish(rawBody, outcome)
    return { status: 200, outcome }
  } catch (error) {
    // The release comes first: where the database is down it throws, and the route logs that instead.
    await one2pays.webhooks.release(rawBody)
    logFailure(
      loggerOf(container),
      `webhook ${event.name} for ${subject.reference} could not be worked on now`,
      error
    )
    return { status: 503, outcome: "failed", retryAfter: 10 }
  }
}

async function findSubject(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  event: WebhookEvent
): Promise<Subject | null> {
  if (event.family === "withdraw") {
    const withdraw = await one2pays.withdraws.findOfEvent(event)
    return (
      withdraw && {
        reference: withdraw.reference_id,
        async work() {
          const { result } = await checkWithdrawWorkflow(container).run({
            input: { withdraw_id: withdraw.id },
          })
          return !isFinal(result.state) && isFinalNews(event)
            ? null
            : result.state
        },
      }
    )
  }
  const payment = await one2pays.payments.findOfEvent(event)
  return (
    payment && {
      reference: payment.reference_id ?? payment.id,
      async work() {
        const { result } = await settlePaymentWorkflow(container).run({
          input: { payment_id: payment.id },
        })
        return result.kind === "not_final" && isFinalNews(event)
          ? null
          : result.kind
      },
    }
  )
}

const isFinalNews = (event: WebhookEvent) =>
  FINAL_NEWS.test(event.name) ||
  (event.status !== null && isFinalStatus(event.family, event.status))

const isFinalStatus = (family: WebhookEvent["family"], status: string) =>
  family === "payment"
    ? paymentPhase(status) !== "open"
    : ["paid", "failed", "canceled"].includes(withdrawPhase(status))
