/** The request that a key belongs to: for one payout, or for a whole file of them. */
export type Requested = "payout" | "payouts"

/** Staff who ask for the same after this time mean it: the list has shown them the outcome of the former request. */
const KEPT_MS = 60 * 60_000

const placeOf = (what: Requested) => `one2pays_request_${what}`

/**
 * The idempotency key of the next request, the same until `forgetRequestKey`. An answer may be lost on its way, and
 * staff who ask again, also after a reload, must not pay twice.
 */
export function requestKey(what: Requested): string {
  const [at, former] = (sessionStorage.getItem(placeOf(what)) ?? "").split(" ")
  const isKept = former && Date.now() - Number(at) < KEPT_MS
  const key = isKept ? former : newRequestKey()
  sessionStorage.setItem(placeOf(what), `${Date.now()} ${key}`)
  return key
}

/** The server has answered, so the next request is another one. */
export function forgetRequestKey(what: Requested): void {
  sessionStorage.removeItem(placeOf(what))
}

/** `crypto.randomUUID` is missing on a dashboard that is opened over plain http; random values are not. */
const newRequestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
