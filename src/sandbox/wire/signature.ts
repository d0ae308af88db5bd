import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * Signs `<timestamp>.<body>` as both the requests and the webhooks of One2Pays are signed
 * (authentication page; the webhook recipe is inferred from it).
 * @param timestamp Unix milliseconds as sent in the header, character for character.
 * @param body the exact bytes of the message; empty for GET and for a cancel.
 * @returns `sha256=<lowercase hex>`
 */
export function sign(
  secret: string,
  timestamp: string,
  body: Buffer | string
): string {
  const hmac = createHmac("sha256", secret)
  hmac.update(`${timestamp}.`)
  hmac.update(body)
  return `sha256=${hmac.digest("hex")}`
}

/** Whether the signature is the one that `sign` gives, in constant time. */
export function signatureMatches(
  signature: string,
  secret: string,
  timestamp: string,
  body: Buffer | string
): boolean {
  const expected = Buffer.from(sign(secret, timestamp, body))
  const actual = Buffer.from(signature)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
