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

/**
 * Only a `stale` webhook has a signature that fits: it came too late to be believed, and its sender is the gateway.
 * `ageMs` is the time since the gateway signed it.
 */
export type WebhookVerdict =
  | { ok: true }
  | { ok: false; reason: "missing" | "malformed" | "mismatch" | "ahead" }
  | { ok: false; reason: "stale"; ageMs: number }

/**
 * Whether a webhook is verified: signed with HMAC-SHA256 of `<timestamp>.<raw body>` under one of the
 * secrets, compared in constant time, and fresh. A header may hold several signatures, separated by
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
  const claimed = readSignatures(signature)
  if (claimed.length === 0) {
    return { ok: false, reason: "malformed" }
  }
  if (!isSigned(claimed, secrets, [`${timestamp}.`, rawBody])) {
    return { ok: false, reason: "mismatch" }
  }
  const age = now - Number(timestamp)
  if (Math.abs(age) > toleranceMs) {
    return age > 0
      ? { ok: false, reason: "stale", ageMs: age }
      : { ok: false, reason: "ahead" }
  }
  return { ok: true }
}

/** A way to sign a webhook that is not the one this client expects. */
export type OtherRecipe =
  | "body alone"
  | "timestamp + body"
  | "timestamp.body under the API secret"
  | "body alone under the API secret"
  | "timestamp + body under the API secret"

/**
 * Names the recipe under which a refused webhook would have fitted, for the log of a first live test. It decides
 * nothing.
 *
 * @param apiSecret the secret of requests, which a person may have taken for the endpoint's own
 * @returns `null` when none of them fits either
 */
export function findOtherRecipe(
  {
    rawBody,
    signature,
    timestamp,
    secrets,
  }: Pick<WebhookToVerify, "rawBody" | "signature" | "timestamp" | "secrets">,
  apiSecret: string
): OtherRecipe | null {
  const claimed = readSignatures(signature ?? "")
  const fits = (under: readonly string[], ...text: (Buffer | string)[]) =>
    isSigned(claimed, under, text)
  const own = [apiSecret]
  const recipes: [OtherRecipe, () => boolean][] = [
    ["body alone", () => fits(secrets, rawBody)],
    ["timestamp + body", () => fits(secrets, timestamp ?? "", rawBody)],
    [
      "timestamp.body under the API secret",
      () => fits(own, `${timestamp ?? ""}.`, rawBody),
    ],
    ["body alone under the API secret", () => fits(own, rawBody)],
    [
      "timestamp + body under the API secret",
      () => fits(own, timestamp ?? "", rawBody),
    ],
  ]
  return recipes.find(([, test]) => test())?.[0] ?? null
}

const readSignatures = (header: string): Buffer[] =>
  header
    .split(",")
    .map((each) => each.trim())
    .map((each) => (each.startsWith(PREFIX) ? each.slice(PREFIX.length) : each))
    .filter((each) => DIGEST.test(each))
    .map((each) => Buffer.from(each, "hex"))

/** Whether one of the signatures is that of a text, given in parts, under one of the secrets. */
function isSigned(
  claimed: readonly Buffer[],
  secrets: readonly string[],
  text: readonly (Buffer | string)[]
): boolean {
  const expected = secrets
    // Anybody can sign with an empty secret.
    .filter((secret) => secret !== "")
    .map((secret) => {
      const hmac = createHmac("sha256", secret)
      text.forEach((part) => hmac.update(part))
      return hmac.digest()
    })
  return expected.some((digest) =>
    claimed.some((each) => timingSafeEqual(each, digest))
  )
}
