/** Whether PostgreSQL can keep a text, or every text in a value: it refuses a NUL and half a character. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") {
    return !/[\0\p{Cs}]/u.test(value)
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(
      ([key, each]) => isStorable(key) && isStorable(each)
    )
  }
  return true
}
