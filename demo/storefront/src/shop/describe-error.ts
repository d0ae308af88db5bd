import { FetchError } from "@medusajs/js-sdk"
import type { Texts } from "../texts/en"

/** The server's sentence, which is already in the customer's language; without an answer, our own. */
export function describeError(error: unknown, t: Texts): string {
  if (error instanceof FetchError || error instanceof CheckoutRefused) {
    return error.message
  }
  return t.errors.offline
}

/** The order was not placed, and the answer says why. */
export class CheckoutRefused extends Error {}
