import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { MoneyAnswer } from "../api/admin/one2pays/money/render-money"
import { client } from "./client"

/** Money in and out by day. */
export const useMoney = (days: number) =>
  useQuery<MoneyAnswer, FetchError>({
    queryKey: ["one2pays", "money", days],
    queryFn: () =>
      client.client.fetch<MoneyAnswer>("/admin/one2pays/money", {
        query: { days },
      }),
    refetchInterval: 60_000,
    retry: 1,
  })
