import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  findOtherRecipe,
  parseWebhook,
  verifyWebhookSignature,
  type OtherRecipe,
  type WebhookEvent,
} from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import { WebhookClaims, type WebhookClaim } from "./webhook-claims"

/**
 * The event that a verified delivery carries, or why the plugin refused the delivery. A stale event is signed by the
 * gateway and too old to be believed: it may make the plugin ask the gateway, once. `other_recipe` is the way of signing
 * that would have fitted.
 */
export type WebhookVerdict =
  | {
      kind: "refused"
      reason: "missing" | "malformed" | "mismatch" | "ahead" | "stale"
      other_recipe: OtherRecipe | null
    }
  | { kind: "malformed" }
  | { kind: "event"; event: WebhookEvent; is_stale: boolean }

/** The line of the log about a refused delivery. It names no signature and no secret. */
export const describeRefusal = ({
  reason,
  other_recipe,
}: Extract<WebhookVerdict, { kind: "refused" }>): string =>
  `webhook refused: signature ${reason}${other_recipe ? `. It would fit this recipe: ${other_recipe}` : ""}`

/**
 * By then the gateway's own retries are long over. The plugin refuses a delivery that was signed before, because nothing
 * would remember that the same one had come.
 */
const KEPT_DAYS = 30
const KEPT_MS = KEPT_DAYS * 24 * 60 * 60_000

/** The gateway's deliveries. A process verifies one, claims it, then finishes or releases it. */
export class Webhooks {
  private readonly claims: WebhookClaims

  constructor(
    db: Knex,
    private readonly options: Pick<
      ResolvedOptions,
      "webhookSecret" | "secretKey"
    >
  ) {
    this.claims = new WebhookClaims(db)
  }

  /**
   * Verifies a delivery: its signature fits the raw bytes, and it is at most five minutes old, or `is_stale` and at most
   * 30 days. Only then does the plugin parse the body.
   */
  verify(rawBody: Buffer, headers: Record<string, unknown>): WebhookVerdict {
    const delivery = {
      rawBody,
      signature: header(headers, "x-webhook-signature"),
      timestamp: header(headers, "x-webhook-timestamp"),
      secrets: this.options.webhookSecret,
    }
    const verified = verifyWebhookSignature(delivery)
    if (
      !verified.ok &&
      (verified.reason !== "stale" || verified.ageMs > KEPT_MS)
    ) {
      return {
        kind: "refused",
        reason: verified.reason,
        other_recipe:
          verified.reason === "stale"
            ? null
            : findOtherRecipe(delivery, this.options.secretKey),
      }
    }
    const event = parseWebhook(parseJson(rawBody))
    return event
      ? { kind: "event", event, is_stale: !verified.ok }
      : { kind: "malformed" }
  }

  /** Claims a verified delivery before any work on it, a stale one only once. */
  claim(
    rawBody: Buffer,
    event: WebhookEvent,
    { isStale = false } = {}
  ): Promise<WebhookClaim> {
    return this.claims.claim(WebhookClaims.idOf(rawBody), event, { isStale })
  }

  /** Whether the gateway told the same news before, in another event that was used up. */
  hasEarlier(rawBody: Buffer, event: WebhookEvent): Promise<boolean> {
    return this.claims.hasEarlier(WebhookClaims.idOf(rawBody), event)
  }

  finish(rawBody: Buffer, outcome: string): Promise<void> {
    return this.claims.finish(WebhookClaims.idOf(rawBody), outcome)
  }

  /** Lets the next delivery of the same news claim the work at once; only a fresh one when `isLooked`. */
  release(rawBody: Buffer, how?: { isLooked?: boolean }): Promise<void> {
    return this.claims.release(WebhookClaims.idOf(rawBody), how)
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
