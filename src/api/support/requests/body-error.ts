import {
  inAllLanguages,
  noteText,
  type Message,
  type MessageKey,
} from "../../../messages"

/**
 * Refuses a request's body. It has the form of express' own errors, so that Medusa's handler, or the merchant's, answers
 * it as it answers those of core's body parser.
 */
export class BodyError extends Error {
  readonly expose = true
  readonly statusCode: number

  constructor(
    readonly status: 400 | 413 | 415,
    message: Message<Extract<MessageKey, `body_${string}`>>
  ) {
    const text = inAllLanguages(message)
    super(text.en)
    this.name = "BodyError"
    this.statusCode = status
    noteText(text)
  }
}
