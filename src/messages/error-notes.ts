import { AsyncLocalStorage } from "node:async_hooks"
import type { LocalizedText } from "./texts/public-errors"

interface Notes {
  /** The seconds to wait that the last failure named. */
  seconds?: number
  /** The texts of the errors, by their English: an error brings out only its message. */
  texts: Map<string, LocalizedText>
}

/**
 * The way from an error to its answer. Medusa's error handler answers `{ type, code, message }` and drops the rest of
 * an error, so the notes carry the seconds to wait and the other languages along the calls of one request. Core's
 * workflows run their steps within those calls, on every workflow engine, unless a step is declared asynchronous. No
 * step of a checkout or of the admin is declared so. For such a step, the standard wait and the text of the code would
 * serve.
 */
const notes = new AsyncLocalStorage<Notes>()

/** Runs a request so that an error in it can say more than its message. */
export function withErrorNotes(request: () => void): void {
  notes.run({ texts: new Map() }, request)
}

/** Notes how long the customer of this request should wait. Outside of a request it does nothing. */
export function noteRetryAfter(seconds: number | undefined): void {
  const noted = notes.getStore()
  const whole = wholeSeconds(seconds)
  if (noted && whole !== undefined) {
    noted.seconds = whole
  }
}

/** The longest wait that the plugin tells a customer. */
const LONGEST_SECONDS = 3600

/** A wait as a header can carry it: whole seconds, from 1 to an hour. Undefined for a value that is no number. */
export const wholeSeconds = (seconds: number | undefined) =>
  seconds === undefined || !Number.isFinite(seconds)
    ? undefined
    : Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds)))

/** The wait that this request noted, in seconds. */
export function notedRetryAfter(): number | undefined {
  return notes.getStore()?.seconds
}

/** Keeps an error's text in every language until the answer to the request. */
export function noteText(text: LocalizedText): void {
  notes.getStore()?.texts.set(text.en, text)
}

/** The text in every language of the error in this request with that message. */
export function notedText(message: string): LocalizedText | undefined {
  return notes.getStore()?.texts.get(message)
}
