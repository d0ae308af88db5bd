import { MedusaError } from "@medusajs/framework/utils"
import { noteText, type LocalizedText } from "../../../messages"

/**
 * An error that is no bug: somebody asked for what cannot be, or the gateway cannot be reached. It has no stack beyond
 * its message. Whoever logs it, such as core's event bus or a job of the shop's own, would write up to 20 kB of it for
 * every customer who tries again in an outage.
 *
 * @param words a text in every language is thrown in English, and noted for the answer
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
  // A stack's first line is its message, and all that follows is read as frames.
  error.stack = `${error.name}: ${message.split("\n", 1).join()}`
  if (typeof words !== "string") {
    noteText(words)
  }
  return error
}
