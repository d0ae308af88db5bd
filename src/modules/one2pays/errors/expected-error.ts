import { MedusaError } from "@medusajs/framework/utils"
import { noteText, type LocalizedText } from "../../../messages"

/**
 * An error that is no bug: somebody asked for something impossible, or the gateway does not answer. It has no stack
 * beyond its message. Core's event bus, or a job of the shop's own, would otherwise log up to 20 kB of it for every
 * customer who tries again in an outage.
 *
 * @param words the error throws a text in English, and notes it in every language for the answer
 */
export function expectedError(
  ...[type, words, code]: [
    type: string,
    words: string | LocalizedText,
    code?: string,
  ]
): MedusaError {
  const message = typeof words === "string" ? words : words.en
  const error = new MedusaError(type, message, code)
  // A stack's first line is its message, and a logger reads all that follows as frames.
  error.stack = `${error.name}: ${message.split("\n", 1).join()}`
  if (typeof words !== "string") {
    noteText(words)
  }
  return error
}
