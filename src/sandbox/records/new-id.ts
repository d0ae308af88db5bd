import { randomBytes, randomUUID } from "node:crypto"

/** The reference pages show UUIDs, the webhook guide ids such as `pay_1234567890abcdef`. */
export type IdStyle = "uuid" | "prefixed"

export function newId(style: IdStyle, prefix: "pay" | "wd"): string {
  return style === "uuid"
    ? randomUUID()
    : `${prefix}_${randomBytes(8).toString("hex")}`
}
