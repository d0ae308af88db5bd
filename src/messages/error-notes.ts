import { AsyncLocalStorage } from "node:async_hooks"
import type { LocalizedText } from "./texts/public-errors"

interface Notes {
  /** Seconds to wait, of the last failure that said. */
  seconds?: number
  /** The texts that were thrown, by their English: only the message of an error comes out. */
  texts: Map<string, LocalizedText>
}

/**
 * From an error to its answer: Medusa's error handler answers `{ type, code, message }` and drops the rest of an error,
 * so the seconds to wait and the other languages go beside it, along the calls of one request. Core's workflows run
 * their steps within those calls, on every workflow engine, unless a step is declared asynchronous, which none of a
 * checkout's or of the admin's is; then the standard wait and the text of the code would serve.
 */
const notes = new AsyncLocalStorage<Notes>()

/** Runs a request so that an error in it can say more than its message. */
export function withErrorNotes(request: () => void): void {
  notes.run({ texts: new Map() }, request)
}

/** Says how long the customer of this request should wait; outside of a request nobody does. */
export function noteRetryAfter(seconds: number | undefined): void {
  const noted = notes.getStore()
  const whole = wholeSeconds(seconds)
  if (noted && whole !== undefined) {
    noted.seconds = whole
  }
}

/** The longest wait that a customer is told of. */
const LONGEST_SECONDS = 3600

/** A wait as a header can carry it: whole seconds, from 1 to an hour; undefined for what is no number. */
export const wholeSeconds = (seconds: number | undefined) =>
  seconds === undefined || !Number.isFinite(seconds)
    ? undefined
    : Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds)))

/** The wait that was noted in this request. Seconds. */
export function notedRetryAfter(): number | undefined {
  return notes.getStore()?.seconds
}

/** Keeps an error's text in every language until the request is answered. */
export function noteText(text: LocalizedText): void {
  notes.getStore()?.texts.set(text.en, text)
}

/** The text in every language of this request's error with that message. */
export function notedText(message: string): LocalizedText | undefined {
  return notes.getStore()?.texts.get(message)
}
