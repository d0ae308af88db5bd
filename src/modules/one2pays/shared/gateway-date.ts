/**
 * Reads a time as the gateway wrote it (ISO 8601). Null when it is unreadable: a malformed expiry must not stop a
 * checkout whose payment already exists.
 */
export function gatewayDate(text: string | null | undefined): Date | null {
  const date = text ? new Date(text) : null
  return date && !Number.isNaN(date.getTime()) ? date : null
}
