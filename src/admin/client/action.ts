import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { client } from "./client"

/**
 * Acts on one payment or withdraw, such as `POST <path>/cancel`. Everything on the page is then read again, core's data
 * too: a check may make an order paid, and paying back makes a withdraw.
 */
export function useActionOn<Answer, Action extends string>(path: string) {
  const queries = useQueryClient()
  return useMutation<Answer, FetchError, { action: Action; body?: object }>({
    mutationFn: ({ action, body = {} }) =>
      client.client.fetch(`${path}/${action}`, { method: "POST", body }),
    onSettled: () => queries.invalidateQueries(),
  })
}
