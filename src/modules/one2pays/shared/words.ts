import {
  renderMessage,
  type Locale,
  type Message,
  type Words,
} from "../../../messages"

/** Words as two columns keep them: ours by their key and values, a person's as they wrote them. */
interface KeptWords {
  text: string | null
  /** Of a `jsonb` column, to be written. */
  message: string | null
}

export const keepWords = (words: Words): KeptWords =>
  typeof words === "string"
    ? { text: words, message: null }
    : { text: null, message: JSON.stringify(words, storable) }

/** The gateway's values may hold what PostgreSQL refuses: a NUL, or half a character. */
const storable = (_: string, value: unknown): unknown =>
  typeof value === "string"
    ? Buffer.from(value.replaceAll("\0", "")).toString()
    : value

/**
 * The words of two columns, in the reader's language. A row from before has its text alone, which everybody reads as it is.
 * Where there are both, the text is the newer one: an instance of the version before, which runs beside this one during a
 * deployment, leaves the message of an earlier issue as it was.
 */
export const readWords = (
  { text, message }: { text: string | null; message: Message | null },
  locale: Locale
): string | null => text ?? (message && renderMessage(message, locale))
