import type { MedusaContainer } from "@medusajs/framework/types"
import type { WebhookEvent } from "../../../gateway"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { loggerOf } from "../../../modules/one2pays/core/query"
import { isInProgress } from "../../../modules/one2pays/errors/in-progress"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import { newsOf } from "../../../modules/one2pays/webhooks/news"
import { findSubject } from "./find-subject"

/** The answer to the gateway. */
export type WebhookAnswer =
  | { status: 200; outcome: string }
  | { status: 503; outcome: string; retryAfter: number }

const BUSY: WebhookAnswer = { status: 503, outcome: "busy", retryAfter: 2 }
const TOO_EARLY: WebhookAnswer = {
  status: 503,
  outcome: "too_early",
  retryAfter: 5,
}

/**
 * Works on one verified event: claim, work, then finish or release. When something prevents the work, the answer is 503,
 * so that the gateway sends the event again. An event that the gateway's own answer does not confirm is released, so that
 * staff may send it again from the gateway's dashboard.
 *
 * A stale event makes the plugin ask the gateway once, and nothing more: the answer decides. Where the gateway does not
 * answer, the claim lapses by itself, so that nobody can make the plugin ask without end.
 */
export async function receiveWebhook(
  container: MedusaContainer,
  rawBody: Buffer,
  event: WebhookEvent,
  { isStale }: { isStale: boolean }
): Promise<WebhookAnswer> {
  const one2pays = one2paysOf(container)
  if (newsOf(event) === "none") {
    return { status: 200, outcome: "ignored" }
  }
  const subject = await findSubject(container, one2pays, rawBody, event)
  if (!subject) {
    return (await mayBecomeOurs(one2pays, event))
      ? TOO_EARLY
      : { status: 200, outcome: "not_ours" }
  }
  const claim = await one2pays.webhooks.claim(
    rawBody,
    { ...event, referenceId: subject.reference },
    { isStale }
  )
  if (claim !== "claimed") {
    return claim === "duplicate" ? { status: 200, outcome: "duplicate" } : BUSY
  }
  try {
    const { outcome, is_confirmed, is_too_early } = await subject.work()
    if (is_confirmed) {
      await one2pays.webhooks.finish(rawBody, outcome)
    } else {
      await one2pays.webhooks.release(rawBody, { isLooked: isStale })
    }
    if (isStale) {
      return { status: 200, outcome: "looked" }
    }
    // A 200 here would end the gateway's deliveries, and the money would be noticed late or never.
    return is_too_early ? TOO_EARLY : { status: 200, outcome }
  } catch (error) {
    if (!isStale) {
      // The release comes first: where the database is down it throws, and the route logs that instead.
      await one2pays.webhooks.release(rawBody)
    }
    if (isInProgress(error)) {
      return BUSY
    }
    logFailure(
      loggerOf(container),
      `webhook ${event.name} for ${subject.reference} could not be worked on now`,
      error
    )
    return { status: 503, outcome: "failed", retryAfter: 10 }
  }
}

/** An event without our reference names the gateway's id alone, which a create that is still under way has not told us. */
const mayBecomeOurs = async (
  one2pays: One2PaysModuleService,
  { family, referenceId }: WebhookEvent
): Promise<boolean> =>
  family === "payment" && !referenceId && one2pays.payments.isCreating()
