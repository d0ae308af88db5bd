import { sign } from "../wire/signature"

export interface SigningOptions {
  /** Replaces the true signature; an empty one leaves the header out. */
  signature?: string
  /** Unix milliseconds in the header and in the signed text. Default now. */
  timestamp?: number
  secret?: string
}

/**
 * The headers of one webhook request.
 * @param body the exact text of the request.
 * @param defaults the webhook secret and the time, in Unix milliseconds.
 */
export function signedHeaders(
  body: string,
  defaults: Required<Pick<SigningOptions, "secret" | "timestamp">>,
  options: SigningOptions = {}
): Record<string, string> {
  const at = String(options.timestamp ?? defaults.timestamp)
  const signature =
    options.signature ?? sign(options.secret ?? defaults.secret, at, body)
  return {
    "x-webhook-timestamp": at,
    ...(signature === "" ? {} : { "x-webhook-signature": signature }),
  }
}
