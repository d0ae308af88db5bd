import { createHmac, timingSafeEqual } from "node:crypto"

import { systemClock } from "../clock"

const TOLERANCE_MS = 5 * 60_000
const PREFIX = "sha256="
const DIGEST = /^[0-9a-f]{64}$/i

export interface WebhookToVerify {
  /** The bytes as they arrived: parsing and serializing again may change them. */
  rawBody: Buffer | string
  /** `X-Webhook-Signature` */
  signature: string | undefined | null
  /** `X-Webhook-Timestamp`, Unix time in milliseconds */
  timestamp: string | undefined | null
  /** The endpoint's signing secret, or several while one replaces another. */
  secrets: readonly string[]
  /** Default 5 minutes, before and after. */
  toleranceMs?: number
  /** Unix time in milliseconds, default now. */
  now?: number
}

export type WebhookVerdict =
  | { ok: true }
  | { ok: false; reason: "missing" | "malformed" | "stale" | "mismatch" }

/**
 * Whether a webhook is verified: fresh, and signed with HMAC-SHA256 of `<timestamp>.<raw body>` under
 * one of the secrets, compared in constant time. A header may hold several signatures, separated by
 * commas; one that fits is enough.
 *
 * Source: the vendor's page webhooks/verification. Its public part does not show the signed text, so
 * this assumes the text of requests.
 */
export function verifyWebhookSignature({
  rawBody,
  signature,
  timestamp,
  secrets,
  toleranceMs = TOLERANCE_MS,
  now = systemClock.now(),
}: WebhookToVerify): WebhookVerdict {
  if (!signature || !timestamp) {
    return { ok: false, reason: "missing" }
  }
  // It must be an integer before the comparison: `Math.abs(NaN) > tolerance` is false and would let
  // any time pass.
  if (!/^[1-9]\d{0,15}$/.test(timestamp)) {
    return { ok: false, reason: "malformed" }
  }
  const claimed = signature
    .split(",")
    .map((each) => each.trim())
    .map((each) => (each.startsWith(PREFIX) ? each.slice(PREFIX.length) : each))
    .filter((each) => DIGEST.test(each))
    .map((each) => Buffer.from(each, "hex"))
  if (claimed.length === 0) {
    return { ok: false, reason: "malformed" }
  }
  if (Math.abs(now - Number(timestamp)) > toleranceMs) {
    return { ok: false, reason: "stale" }
  }
  // Anybody can sign with an empty secret.
  const expected = secrets
    .filter((secret) => secret !== "")
    .map((secret) =>
      createHmac("sha256", secret)
        .update(`${timestamp}.`)
        .update(rawBody)
        .digest()
    )
  const matches = expected.some((digest) =>
    claimed.some((each) => timingSafeEqual(each, digest))
  )
  return matches ? { ok: true } : { ok: false, reason: "mismatch" }
}
