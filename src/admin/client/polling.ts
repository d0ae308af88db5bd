import type { FetchError } from "@medusajs/js-sdk"
import {
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from "@tanstack/react-query"
import { useRef } from "react"
import { lastingReason } from "./error-text"

/** The part of a repeated query that a page needs. */
export type Polled<Answer> = Pick<
  UseQueryResult<Answer, FetchError>,
  "data" | "error" | "isFetching" | "refetch"
>

/**
 * Asks the server again and again, for as long as another answer can come. The result holds neither data nor an error
 * until the first answer.
 */
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
 * Keeps the error of a query without data. The query itself forgets it with each new try and shows the result of the
 * former filter instead, so the page would flip between the two for as long as it is open.
 *
 * @param lastError the last one that the query has had
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

/** Whether an error is shown. Staff who may not see something need not learn that it is there. */
export const isToBeTold = ({ data, error }: Polled<unknown>): boolean =>
  error !== null && (data !== undefined || error.status !== 403)
