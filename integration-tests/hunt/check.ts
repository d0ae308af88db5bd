import type { Books, Facts } from "./facts"
import type { Fault } from "./fault"

/** What is wrong, given the facts. */
export type Check<Known extends Books = Facts> = (facts: Known) => Fault[]

/** Those of several that are faults. */
export const check = (faults: (Fault | false | null | undefined)[]): Fault[] =>
  faults.flatMap((fault) => fault || [])
