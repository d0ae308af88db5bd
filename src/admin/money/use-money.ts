import type { MoneyAnswer } from "../../api/admin/one2pays/money/render-money"
import { client } from "../client/client"
import { usePolled } from "../client/polling"

export type { MoneyAnswer }
export type MoneyDay = MoneyAnswer["days"][number]

/** Money in and out by day. */
export const useMoney = (days: number) =>
  usePolled<MoneyAnswer>(60_000, {
    queryKey: ["one2pays", "money", days],
    queryFn: () =>
      client.client.fetch<MoneyAnswer>("/admin/one2pays/money", {
        query: { days },
      }),
  })
