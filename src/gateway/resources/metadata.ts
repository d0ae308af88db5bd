/** What the gateway keeps beside an object and gives back with it. */
export type Metadata = Record<string, unknown>

/**
 * Checked as a whole and not key by key: its values are the merchant's, and none of them can be
 * wrong.
 */
export function isRecord(value: unknown): value is Metadata {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
