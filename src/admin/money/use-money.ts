import { keepPreviousData } from "@tanstack/react-query"
import type { MoneyAnswer } from "../../api/admin/one2pays/money/render-money"
import { client } from "../client/client"
import { usePolled } from "../client/polling"

export type { MoneyAnswer }
export type MoneyDay = MoneyAnswer["days"][number]

/** Money in and out by day, of the last days or of a month. */
export const useMoney = (query: { days: number } | { month: string }) =>
  usePolled<MoneyAnswer>(60_000, {
    queryKey: ["one2pays", "money", query],
    queryFn: () =>
      client.client.fetch<MoneyAnswer>("/admin/one2pays/money", {
        query,
      }),
    placeholderData: keepPreviousData,
  })
