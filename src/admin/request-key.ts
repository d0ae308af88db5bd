/**
 * A name for a request, so that the server knows it when it comes again. `crypto.randomUUID` is
 * missing on a panel that is opened over plain http; random values are not.
 */
export const newRequestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")

/**
 * Names requests by what they ask for: when an answer was lost and the same is asked for again, it
 * is the same request, and whatever differs is another one.
 */
export function requestKeys(): (request: unknown) => string {
  const keys = new Map<string, string>()
  return (request) => {
    const text = JSON.stringify(request)
    const key = keys.get(text) ?? newRequestKey()
    keys.set(text, key)
    return key
  }
}
