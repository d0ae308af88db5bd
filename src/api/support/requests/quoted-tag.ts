import { createHash } from "node:crypto"

/** An ETag that changes with a text and tells nothing of it. */
export const quotedTag = (text: string): string =>
  `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`
