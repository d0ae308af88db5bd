import {
  renderMessage,
  type Locale,
  type Message,
  type Words,
} from "../../../messages"

/** Words in two columns: ours by their key and values, a person's as they wrote them. */
interface KeptWords {
  text: string | null
  /** JSON for a `jsonb` column. */
  message: string | null
}

export const keepWords = (words: Words): KeptWords =>
  typeof words === "string"
    ? { text: words, message: null }
    : { text: null, message: JSON.stringify(words, storable) }

/** Drops from the gateway's values what PostgreSQL refuses: a NUL, or half a character. */
const storable = (_: string, value: unknown): unknown =>
  typeof value === "string"
    ? Buffer.from(value.replaceAll("\0", "")).toString()
    : value

/**
 * Reads the words of two columns in the reader's language. A row that is older than messages has its text alone, which
 * everybody reads as it stands. Where there are both, the text is the newer one: an instance of the version before,
 * which runs beside this one during a deployment, leaves the message of an earlier issue in place.
 */
export const readWords = (
  { text, message }: { text: string | null; message: Message | null },
  locale: Locale
): string | null => text ?? (message && renderMessage(message, locale))
