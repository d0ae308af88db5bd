/** The gateway keeps this beside an object and gives it back with the object. */
export type Metadata = Record<string, unknown>

/**
 * Checks a value as a whole and not key by key: the values are the merchant's, and none of them can
 * be wrong.
 */
export function isRecord(value: unknown): value is Metadata {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
