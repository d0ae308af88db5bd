import type { Answer } from "../setup/buyer"

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

/** What was asked for is not there, or is not allowed. */
export class Refusal extends Error {}

export function expectDone(answer: Answer): Answer {
  if (answer.status >= 400) {
    throw new Refusal(`${answer.status} ${JSON.stringify(answer.data)}`)
  }
  return answer
}

/** One of several, by its place. @throws Refusal where there is none */
export function found<Item>(items: Item[], nth: number): Item {
  const item = items[nth % Math.max(items.length, 1)]
  if (item === undefined) throw new Refusal("there is none")
  return item
}
