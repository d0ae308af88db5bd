import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  parseWebhook,
  verifyWebhookSignature,
  type WebhookEvent,
} from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import { WebhookClaims, type WebhookClaim } from "./webhook-claims"

/** The event that a verified delivery carries, or why the plugin refused the delivery. */
export type WebhookVerdict =
  | { kind: "refused"; reason: "missing" | "malformed" | "stale" | "mismatch" }
  | { kind: "malformed" }
  | { kind: "event"; event: WebhookEvent }

/** By then the gateway's own retries are long over. The plugin accepts a delivery for five minutes only. */
const KEPT_DAYS = 30

/** The gateway's deliveries. A process verifies one, claims it, then finishes or releases it. */
export class Webhooks {
  private readonly claims: WebhookClaims

  constructor(
    db: Knex,
    private readonly options: Pick<ResolvedOptions, "webhookSecret">
  ) {
    this.claims = new WebhookClaims(db)
  }

  /**
   * Verifies a delivery: its signature fits the raw bytes, and it is at most five minutes old. Only then does the
   * plugin parse the body.
   */
  verify(rawBody: Buffer, headers: Record<string, unknown>): WebhookVerdict {
    const verified = verifyWebhookSignature({
      rawBody,
      signature: header(headers, "x-webhook-signature"),
      timestamp: header(headers, "x-webhook-timestamp"),
      secrets: this.options.webhookSecret,
    })
    if (!verified.ok) {
      return { kind: "refused", reason: verified.reason }
    }
    const event = parseWebhook(parseJson(rawBody))
    return event ? { kind: "event", event } : { kind: "malformed" }
  }

  /** Claims a verified delivery before any work on it. */
  claim(rawBody: Buffer, event: WebhookEvent): Promise<WebhookClaim> {
    return this.claims.claim(WebhookClaims.idOf(rawBody), event)
  }

  finish(rawBody: Buffer, outcome: string): Promise<void> {
    return this.claims.finish(WebhookClaims.idOf(rawBody), outcome)
  }

  /** Lets the next delivery of the same news claim the work at once. */
  release(rawBody: Buffer): Promise<void> {
    return this.claims.release(WebhookClaims.idOf(rawBody))
  }

  /** When the last verified delivery came. */
  lastAt(): Promise<Date | null> {
    return this.claims.lastAt()
  }

  /** Deletes claims that are too old to be of use. @returns how many */
  prune(limit: number): Promise<number> {
    return this.claims.prune(KEPT_DAYS, limit)
  }
}

function header(headers: Record<string, unknown>, name: string): string {
  const value = headers[name]
  return typeof value === "string" ? value : ""
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString("utf8"))
  } catch {
    return null
  }
}
