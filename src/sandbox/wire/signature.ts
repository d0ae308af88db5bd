import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * Signs `<timestamp>.<body>`, as One2Pays signs webhooks and clients sign requests. The authentication page describes
 * requests; we assume the same for webhooks.
 * @param timestamp Unix milliseconds, character for character as in the header.
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

/** Compares a signature with that of `sign`, in constant time. */
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
