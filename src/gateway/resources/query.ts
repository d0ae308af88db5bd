import { invalidInput } from "../invalid-input"
import { LARGEST_PAGE, type ListQuery } from "./pages"

/** The query string of a list from `?` on, or an empty text. The signature does not cover it. */
export function queryString(query: ListQuery): string {
  between("page", query.page, Number.MAX_SAFE_INTEGER)
  between("limit", query.limit, LARGEST_PAGE)
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    if (value !== undefined && value !== null) {
      parameters.set(name, asText(name, value))
    }
  }
  const text = parameters.toString()
  return text === "" ? "" : `?${text}`
}

function between(field: string, value: number | undefined, most: number): void {
  if (value === undefined) {
    return
  }
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw invalidInput(field, `must be a whole number from 1 to ${most}`)
  }
}

function asText(field: string, value: unknown): string {
  if (!(value instanceof Date)) {
    return String(value)
  }
  if (Number.isNaN(value.getTime())) {
    throw invalidInput(field, "must be a valid date")
  }
  return value.toISOString()
}
