import { createHmac, timingSafeEqual } from "node:crypto"

import { systemClock } from "../clock"

const TOLERANCE_MS = 5 * 60_000
const PREFIX = "sha256="
const DIGEST = /^[0-9a-f]{64}$/i

export interface WebhookToVerify {
  /** The bytes as they arrived: parsing and serialising again may change them. */
  rawBody: Buffer | string
  /** `X-Webhook-Signature` */
  signature: string | undefined | null
  /** `X-Webhook-Timestamp`, Unix time in milliseconds */
  timestamp: string | undefined | null
  /** The endpoint's signing secret; several while one replaces another. */
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
 * Whether a webhook comes from One2Pays and is fresh: HMAC-SHA256 of `<timestamp>.<raw body>` under
 * one of the secrets, compared in constant time. A header with several signatures, separated by
 * commas, passes when one of them fits.
 *
 * Source: the vendor's page webhooks/verification; the signed text is not on the part of it that is
 * public and is taken to be built as for requests.
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
  // An integer before it is compared: `Math.abs(NaN) > tolerance` is false, and would let any time
  // pass.
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
  // An empty secret signs for everybody.
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
