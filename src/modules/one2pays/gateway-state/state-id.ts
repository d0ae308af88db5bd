import { createHash } from "node:crypto"

/** The id of an integration's row. It tells nothing of the key. */
export const stateIdOf = ({
  baseUrl,
  apiKey,
}: {
  baseUrl: string
  apiKey: string
}): string =>
  createHash("sha256").update(`${baseUrl} ${apiKey}`).digest("hex").slice(0, 16)
