/**
 * A name for a request, so that the server knows it when it comes again. `crypto.randomUUID` is
 * missing on a panel that is opened over plain http; random values are not.
 */
const newRequestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")

/** What is asked for under a name. */
export type Requested = "payout" | "payouts"

/** After so long, whoever asks for the same means it: the list has shown them what became of it. */
const KEPT_MS = 60 * 60_000

const placeOf = (what: Requested) => `one2pays_request_${what}`

/**
 * The name of what is asked for next, the same until `forgetRequestKey`: an answer may be lost on its way, and whoever
 * asks again, also after a reload, must not pay twice.
 */
export function requestKey(what: Requested): string {
  const [at, former] = (sessionStorage.getItem(placeOf(what)) ?? "").split(" ")
  const isKept = former && Date.now() - Number(at) < KEPT_MS
  const key = isKept ? former : newRequestKey()
  sessionStorage.setItem(placeOf(what), `${Date.now()} ${key}`)
  return key
}

/** It was answered: what is asked for from now on is another request. */
export function forgetRequestKey(what: Requested): void {
  sessionStorage.removeItem(placeOf(what))
}
