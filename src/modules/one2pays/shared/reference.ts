import { createHash, randomUUID } from "node:crypto"

const NAMESPACE = "6f1d1b5e-8a0c-5d3a-9c57-3a3f6f0f4c11"

/** The gateway's `referenceId`: the order id. A later payment for the same order has `<order id>.2`, `.3`… */
export function referenceFor(orderId: string, attempt: number): string {
  return attempt === 1 ? orderId : `${orderId}.${attempt}`
}

/** The names of a payment at the gateway, for calls that otherwise carry only the gateway's id. */
export const namesOf = ({
  reference_id,
  idempotency_key,
}: {
  reference_id: string | null
  idempotency_key: string | null
}) =>
  reference_id === null
    ? {}
    : {
        referenceId: reference_id,
        idempotencyKey: keyOf({ reference_id, idempotency_key }),
      }

/**
 * The idempotency key with which a payment is created. It stands in the row before the request leaves, so that another
 * process, or this one after a crash, repeats it. A row that is older than the column has the key of its reference.
 */
export const keyOf = ({
  reference_id,
  idempotency_key,
}: {
  reference_id: string
  idempotency_key: string | null
}): string => idempotency_key ?? idempotencyKeyFor(reference_id)

/**
 * A key for a new request under a reference. The gateway may answer a repeated key with its first answer, so the next
 * request after a refusal needs another key, with the same reference or not.
 */
export const newIdempotencyKey = (reference: string): string =>
  idempotencyKeyFor(`${reference} ${randomUUID()}`)

/**
 * The idempotency key of a name: a UUIDv5 (RFC 9562, section 5.5). So a try from another process, or after a crash,
 * carries the same key without reading it anywhere.
 */
export function idempotencyKeyFor(reference: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(reference)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}
