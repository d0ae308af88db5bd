import { invalidField } from "./api-error"

/** The `data` of a list answer (API overview, "Paginated Response"). */
export interface Page<T> {
  data: T[]
  total: number
  page: number
  limit: number
  totalPages: number
}

/** The filters and sort keys of a list. */
export interface ListRules<T> {
  /** Query parameter → its allowed values and the field to compare. */
  filters: Record<
    string,
    { choices: readonly string[]; of: (record: T) => string }
  >
  /** `sortBy` → the value to compare. */
  sorts: Record<string, (record: T) => number | string | null>
}

type Query = URLSearchParams

/**
 * Filters by the rules and by the date of creation (`dateFrom`, `dateTo`), sorts (newest first by default) and cuts out
 * a page.
 * @param records oldest first.
 * @throws ApiError VALIDATION_ERROR naming the parameter.
 */
export function listPage<T extends { createdAt: number }, O>(
  records: T[],
  query: Query,
  rules: ListRules<T>,
  render: (record: T) => O
): Page<O> {
  const page = wholeNumber(query, "page", 1, 1, Number.MAX_SAFE_INTEGER)
  const limit = wholeNumber(query, "limit", 10, 1, 100)
  const sorted = sort(filter(records, query, rules), query, rules)
  const start = (page - 1) * limit
  return {
    data: sorted.slice(start, start + limit).map(render),
    total: sorted.length,
    page,
    limit,
    totalPages: Math.ceil(sorted.length / limit),
  }
}

function filter<T extends { createdAt: number }>(
  records: T[],
  query: Query,
  rules: ListRules<T>
): T[] {
  const tests: ((record: T) => boolean)[] = []
  for (const [name, { choices, of }] of Object.entries(rules.filters)) {
    const wanted = oneOf(query, name, choices)
    if (wanted !== null) {
      tests.push((record) => of(record) === wanted)
    }
  }
  const from = date(query, "dateFrom")
  if (from !== null) {
    tests.push((record) => record.createdAt >= from)
  }
  const to = date(query, "dateTo")
  if (to !== null) {
    tests.push((record) => record.createdAt <= to)
  }
  return tests.length === 0
    ? records
    : records.filter((record) => tests.every((test) => test(record)))
}

function sort<T>(records: T[], query: Query, rules: ListRules<T>): T[] {
  const sortBy = oneOf(query, "sortBy", Object.keys(rules.sorts)) ?? "createdAt"
  const ascending = oneOf(query, "sortOrder", ["asc", "desc"]) === "asc"
  const value = rules.sorts[sortBy]
  // Records come in the order of creation, and the sort is stable: that alone orders createdAt and every tie.
  const sorted =
    value === undefined || sortBy === "createdAt"
      ? [...records]
      : [...records].sort((a, b) => compare(value(a), value(b)))
  return ascending ? sorted : sorted.reverse()
}

function compare(a: number | string | null, b: number | string | null): number {
  if (a === b) {
    return 0
  }
  if (a === null || b === null) {
    return a === null ? -1 : 1
  }
  return a < b ? -1 : 1
}

function oneOf(
  query: Query,
  name: string,
  choices: readonly string[]
): string | null {
  const value = query.get(name)
  if (value !== null && !choices.includes(value)) {
    throw invalidField(
      "VALIDATION_ERROR",
      `${name} must be one of: ${choices.join(", ")}`,
      name
    )
  }
  return value
}

function wholeNumber(
  query: Query,
  name: string,
  fallback: number,
  min: number,
  max: number
): number {
  const text = query.get(name)
  if (text === null) {
    return fallback
  }
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
  if (!(value >= min && value <= max)) {
    throw invalidField(
      "VALIDATION_ERROR",
      max === Number.MAX_SAFE_INTEGER
        ? `${name} must be a whole number of at least ${min}`
        : `${name} must be a whole number between ${min} and ${max}`,
      name
    )
  }
  return value
}

function date(query: Query, name: string): number | null {
  const text = query.get(name)
  if (text === null) {
    return null
  }
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(at)) {
    throw invalidField(
      "VALIDATION_ERROR",
      `${name} must be an ISO 8601 date`,
      name
    )
  }
  return at
}
