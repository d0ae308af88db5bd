type Value = string | number | null | undefined

/** What needs no quotes: ids, codes, paths, numbers. */
const PLAIN = /^[\w.:/@+~-]+$/

/** Line ends that JSON lets stand, and marks that turn the direction of what follows. */
const UNSEEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Fields of a log line as `key=value`, in their order; those without a value are left out. A value
 * with anything but the characters of an id is quoted as in JSON, so that none can end its line or
 * pretend to be another field.
 */
export function logfmt(fields: Readonly<Record<string, Value>>): string {
  return Object.entries(fields)
    .flatMap(([key, value]) =>
      value === undefined || value === null
        ? []
        : [`${key}=${encode(String(value))}`]
    )
    .join(" ")
}

function encode(text: string): string {
  return PLAIN.test(text)
    ? text
    : JSON.stringify(text).replace(UNSEEN, (character) =>
        Array.from(
          { length: character.length },
          (_, at) =>
            `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`
        ).join("")
      )
}
