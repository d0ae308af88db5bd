/** Errors that a mistake in the hunt itself makes. */
const MISTAKES = [TypeError, ReferenceError, SyntaxError, RangeError]

/**
 * How an act was refused, in a line.
 *
 * @throws the error itself, when it is a mistake of the hunt's own
 */
export function refusalOf(error: unknown): string {
  if (MISTAKES.some((mistake) => error instanceof mistake)) throw error
  return error instanceof Error ? error.message : JSON.stringify(error)
}
