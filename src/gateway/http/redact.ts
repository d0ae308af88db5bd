const LONGEST = 300

/**
 * The gateway's own words, made fit for a log; `undefined` when they cannot be.
 *
 * A message may quote the request ("Invalid account 123-4-56789-0"). So this drops the whole of a
 * message that holds any of `sensitive`, even with other spaces or dashes or only one word of a
 * name. It covers a run of digits as long as an account number in any case.
 */
export function safeText(
  text: unknown,
  sensitive: readonly string[]
): string | undefined {
  if (typeof text !== "string" || text.trim() === "") {
    return undefined
  }
  const squeezed = squeeze(text)
  const quoted = sensitive
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .map(squeeze)
    .some((value) => value.length > 2 && squeezed.includes(value))
  if (quoted) {
    return undefined
  }
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\d(?:[ -]?\d){6,}/g, "…")
    .slice(0, LONGEST)
}

/**
 * A name from the wire (a code, a field, a request id), or `undefined` when it does not look like
 * one.
 */
export function safeName(name: unknown): string | undefined {
  return typeof name === "string" && /^[A-Za-z][\w.[\]-]{0,63}$/.test(name)
    ? name
    : undefined
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, "")
}
