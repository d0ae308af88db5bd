import type { Books, Facts } from "./facts"

/** Something that must never be so. */
export interface Fault {
  /** Of one kind are faults of the same invariant; a hunt that shrinks keeps to one kind. */
  kind: string
  text: string
}

/** What is wrong, given the facts. */
export type Check<Known extends Books = Facts> = (facts: Known) => Fault[]
