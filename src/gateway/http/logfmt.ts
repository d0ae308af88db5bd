type Value = string | number | null | undefined

/** Ids, codes, paths and numbers need no quotes. */
const PLAIN = /^[\w.:/@+~-]+$/

/** Line ends that JSON leaves as they are, and marks that reverse the direction of the text after them. */
const UNSEEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Fields of a log line as `key=value`, in their order, without those that have no value. A value
 * with any character but those of an id is quoted as in JSON, so that no value can end its line or
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
