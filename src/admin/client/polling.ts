import type { FetchError } from "@medusajs/js-sdk"
import {
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from "@tanstack/react-query"
import { useRef } from "react"
import { lastingReason } from "./error-text"

/** What is asked for again and again, as far as a page needs to know of it. */
export type Polled<Answer> = Pick<
  UseQueryResult<Answer, FetchError>,
  "data" | "error" | "isFetching" | "refetch"
>

/** Asks again by itself, for as long as another answer can come. Neither data nor an error: nothing has come yet. */
export function usePolled<Answer>(
  everyMs: number,
  options: UseQueryOptions<Answer, FetchError>
): Polled<Answer> {
  const query = useQuery({ ...options, ...polling(everyMs) })
  const lastError = useRef<FetchError | null>(null)
  lastError.current = query.error ?? lastError.current
  return keepError(query, lastError.current)
}

export const polling = (everyMs: number) => ({
  refetchInterval: ({ state }: { state: { error: unknown } }) =>
    lastingReason(state.error) ? (false as const) : everyMs,
  retry: (failures: number, error: unknown) =>
    failures < 1 && !lastingReason(error),
})

/**
 * A query without data forgets its error with each new try, and shows what another filter had found in its place: the
 * page would flip between the error and something else for as long as it is open.
 *
 * @param lastError that the query has had
 */
export function keepError<Answer>(
  query: UseQueryResult<Answer, FetchError>,
  lastError: FetchError | null
): Polled<Answer> {
  const { data, error, isFetching, refetch } = query
  const isWithoutAnswer = query.isPending || query.isPlaceholderData
  return isWithoutAnswer && query.errorUpdateCount > 0 && lastError
    ? { data: undefined, error: lastError, isFetching, refetch }
    : { data, error, isFetching, refetch }
}
