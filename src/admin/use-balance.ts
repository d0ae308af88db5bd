import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { BalanceAnswer } from "../api/admin/one2pays/render-gateway"
import { client } from "./client"

/** The server asks the gateway at most once a minute, whoever looks. */
const REFRESH_MS = 60_000

/** The balance at One2Pays, as the server knows it. */
export const useBalance = () =>
  useQuery<BalanceAnswer, FetchError>({
    queryKey: ["one2pays", "balance"],
    queryFn: () =>
      client.client.fetch<BalanceAnswer>("/admin/one2pays/balance"),
    refetchInterval: REFRESH_MS,
    retry: 1,
  })
