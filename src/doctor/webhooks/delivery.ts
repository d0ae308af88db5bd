import { parseWebhook } from "../../gateway"

/** A webhook as it arrived. */
export interface Delivery {
  /** Unix time in milliseconds; null for one from a file. */
  at: number | null
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  rawBody: Buffer
}

/**
 * Reads a saved webhook: its headers, an empty line and its body, or JSON `{ headers, body }`, whose body is the text as it
 * came.
 *
 * @returns null when the text is neither
 */
export function readDelivery(file: Buffer): Delivery | null {
  return fromJson(file) ?? fromHttp(file)
}

function fromJson(file: Buffer): Delivery | null {
  let saved: unknown
  try {
    saved = JSON.parse(file.toString("utf8"))
  } catch {
    return null
  }
  const { headers, body } = (saved ?? {}) as Record<string, unknown>
  if (typeof headers !== "object" || headers === null || body === undefined) {
    return null
  }
  const text = typeof body === "string" ? body : JSON.stringify(body)
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ])
  return {
    at: null,
    headers: Object.fromEntries(entries) as Record<string, string>,
    rawBody: Buffer.from(text, "utf8"),
  }
}

function fromHttp(file: Buffer): Delivery | null {
  // Byte by byte, since the signature is over the body's bytes.
  const text = file.toString("latin1")
  const gap = /\r?\n\r?\n/.exec(text)
  if (!gap) {
    return null
  }
  const lines = text.slice(0, gap.index).split(/\r?\n/)
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name.toLowerCase(), value ?? ""]]
  })
  return headers.length === 0
    ? null
    : {
        at: null,
        headers: Object.fromEntries(headers) as Record<string, string>,
        rawBody: file.subarray(gap.index + gap[0].length),
      }
}

/** The body as JSON; undefined where it is none. */
export function bodyOf({ rawBody }: Pick<Delivery, "rawBody">): unknown {
  try {
    return JSON.parse(rawBody.toString("utf8"))
  } catch {
    return undefined
  }
}

/** What a webhook keeps when it comes again, even written anew: its event's id, or what became of which object. */
export function identityOf(delivery: Pick<Delivery, "rawBody">): string {
  const event = parseWebhook(bodyOf(delivery))
  const { eventId, name, objectId, status } = event ?? {}
  return eventId
    ? `event ${eventId}`
    : objectId
      ? `${name} ${objectId} ${status ?? ""}`
      : delivery.rawBody.toString("latin1")
}

/** Whether a request is a webhook at all: an open port on the internet gets others, too. */
export const isWebhook = (delivery: Delivery): boolean =>
  Object.keys(delivery.headers).some((name) => /signature|hmac/.test(name)) ||
  parseWebhook(bodyOf(delivery)) !== null
