import fc from "fast-check"

/** One of several values by chance. */
export const oneOf = <const Value>(...values: Value[]) =>
  fc.constantFrom(...values)
