import { createHash } from "node:crypto"
import { ApiError } from "../wire/api-error"
import { isJsonObject, type JsonObject } from "../wire/request-fields"

/** Beyond this many keys, a new one pushes out the oldest. */
const MAX_KEYS = 50_000

export interface StoredAnswer {
  status: number
  body: string
}

export interface IdempotencyRecord extends StoredAnswer {
  /** Endpoint and key, since the same key at another endpoint is another operation. */
  key: string
  /** Hash of the request: the sandbox keeps no account number. */
  fingerprint: string
}

/**
 * Answers by idempotency key (API overview: "you'll receive the same response as the original request").
 * It remembers successful requests only, so a client may correct a refused one under the same key. The vendor does not
 * say so: with `repeatsRefusals`, a key answers with its refusal for ever, whatever the body.
 */
export class IdempotencyKeys {
  private readonly records = new Map<string, IdempotencyRecord>()

  constructor(public repeatsRefusals: boolean) {}

  /** @throws ApiError 409 when the key was used with another body. It carries the vendor's only 409 code and names the key as the field. */
  recall(
    endpoint: string,
    key: string,
    body: JsonObject
  ): StoredAnswer | undefined {
    const record = this.records.get(`${endpoint} ${key}`)
    const isRefusal = record !== undefined && record.status >= 400
    if (record && !isRefusal && record.fingerprint !== fingerprint(body)) {
      throw new ApiError(
        409,
        "DUPLICATE_REFERENCE_ID",
        "Idempotency key was already used with a different request",
        { field: "idempotencyKey" }
      )
    }
    return record
  }

  remember(
    endpoint: string,
    key: string,
    body: JsonObject,
    answer: StoredAnswer
  ): void {
    this.add({
      key: `${endpoint} ${key}`,
      fingerprint: fingerprint(body),
      ...answer,
    })
  }

  all(): IdempotencyRecord[] {
    return [...this.records.values()]
  }

  restore(records: IdempotencyRecord[]): void {
    records.forEach((record) => this.add(record))
  }

  clear(): void {
    this.records.clear()
  }

  private add(record: IdempotencyRecord): void {
    this.records.set(record.key, record)
    if (this.records.size > MAX_KEYS) {
      const oldest = this.records.keys().next().value
      if (oldest !== undefined) {
        this.records.delete(oldest)
      }
    }
  }
}

function fingerprint(body: JsonObject): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(body)))
    .digest("hex")
}

/** Sorts keys: a request with its keys in another order is the same request. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  if (!isJsonObject(value)) {
    return value
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])])
  )
}
