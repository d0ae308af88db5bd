import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  parseWebhook,
  verifyWebhookSignature,
  type WebhookEvent,
} from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import { WebhookClaims, type WebhookClaim } from "./webhook-claims"

/** Why a delivery was refused, or the event that it carries. */
export type WebhookVerdict =
  | { kind: "refused"; reason: "missing" | "malformed" | "stale" | "mismatch" }
  | { kind: "malformed" }
  | { kind: "event"; event: WebhookEvent }

/** The gateway's own retries are long over by then, and a delivery is accepted for five minutes only. */
const KEPT_DAYS = 30

/** The gateway's deliveries: verify, claim, then finish or release. */
export class Webhooks {
  private readonly claims: WebhookClaims

  constructor(
    db: Knex,
    private readonly options: Pick<ResolvedOptions, "webhookSecret">
  ) {
    this.claims = new WebhookClaims(db)
  }

  /**
   * Verifies a delivery: its signature fits the raw bytes, and it is at most five minutes old. The body is parsed only
   * then.
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

  /** Claims a verified delivery before any work is done for it. */
  claim(rawBody: Buffer, event: WebhookEvent): Promise<WebhookClaim> {
    return this.claims.claim(WebhookClaims.idOf(rawBody), event)
  }

  finish(rawBody: Buffer, outcome: string): Promise<void> {
    return this.claims.finish(WebhookClaims.idOf(rawBody), outcome)
  }

  /** Lets the next delivery of the same news be worked on at once. */
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
