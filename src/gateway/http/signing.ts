import { createHmac, createSecretKey } from "node:crypto"

const NOTHING = Buffer.alloc(0)

/**
 * Makes the three headers that authenticate one request. Source: the vendor's authentication page.
 */
export type Signer = (
  timestampMs: number,
  body?: Buffer
) => Record<string, string>

/**
 * Signs `<timestamp>.<body>` with HMAC-SHA256. Method, path and query are not part of the message.
 * A request without a body signs the timestamp and the dot. The body must be the very bytes that
 * the transport sends: a second serialization could differ by one byte.
 */
export function createSigner(apiKey: string, secretKey: string): Signer {
  const key = createSecretKey(Buffer.from(secretKey, "utf8"))
  return (timestampMs, body = NOTHING) => {
    const timestamp = String(timestampMs)
    const signature = createHmac("sha256", key)
      .update(`${timestamp}.`)
      .update(body)
      .digest("hex")
    return {
      "X-API-Key": apiKey,
      "X-Timestamp": timestamp,
      "X-Signature": `sha256=${signature}`,
    }
  }
}
