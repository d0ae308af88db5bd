import type {
  BalanceAnswer,
  BalanceView,
  PayoutMeans,
} from "../../api/support/render-gateway"
import { client } from "../client/client"
import { usePolled } from "../client/polling"

export type { BalanceAnswer, BalanceView }

/** The server asks the gateway at most once a minute, however many staff look. */
const REFRESH_MS = 60_000

/** The balance at One2Pays, as the server last read it. */
export const useBalance = () =>
  usePolled<PayoutMeans>(REFRESH_MS, {
    queryKey: ["one2pays", "balance"],
    queryFn: () => client.client.fetch<PayoutMeans>("/admin/one2pays/balance"),
  })
