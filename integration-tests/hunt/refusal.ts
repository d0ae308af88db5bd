/** Errors that a mistake in the hunt itself makes. */
const MISTAKES = [TypeError, ReferenceError, SyntaxError, RangeError]

/** The acts of staff take for granted that an order has a line, or a captured payment. */
const TAKEN_FOR_GRANTED = /integration-tests\/setup\/order-acts\.ts/

/**
 * How an act was refused, in a line.
 *
 * @throws the error itself, when it is a mistake of the hunt's own
 */
export function refusalOf(error: unknown): string {
  if (
    MISTAKES.some((mistake) => error instanceof mistake) &&
    !TAKEN_FOR_GRANTED.test((error as Error).stack?.split("\n")[1] ?? "")
  ) {
    throw error
  }
  return error instanceof Error ? error.message : JSON.stringify(error)
}
