import type { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  renderEvent,
  renderWithdraw,
} from "../api/admin/one2pays/withdraws/render-withdraw"
import { client } from "./client"

/** What a value is after it has travelled as JSON. */
type Json<T> = T extends Date
  ? string
  : T extends object
    ? { [K in keyof T]: Json<T[K]> }
    : T

export type Payout = Json<ReturnType<typeof renderWithdraw>>
export type PayoutEvent = Json<ReturnType<typeof renderEvent>>
export type PayoutState = Payout["state"]

export interface PayoutList {
  withdraws: Payout[]
  count: number
}

export interface NewPayout {
  amount: string
  bank_code: string
  account_name: string
  account_number: string
  description?: string
  /** The same for the same form, so that a double click is one payout. */
  idempotency_key: string
}

export type PayoutAction = "approve" | "reject" | "cancel" | "check"

const PATH = "/admin/one2pays/withdraws"
const KEY = ["one2pays", "payouts"]

/** What is on its way changes without anybody's doing. */
const REFRESH_MS = 5000

export const usePayouts = (query: Record<string, string | number | string[]>) =>
  useQuery<PayoutList, FetchError>({
    queryKey: [...KEY, query],
    queryFn: () => client.client.fetch<PayoutList>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    retry: 1,
  })

export const usePayout = (id: string) =>
  useQuery<{ withdraw: Payout & { events: PayoutEvent[] } }, FetchError>({
    queryKey: [...KEY, id],
    queryFn: () => client.client.fetch(`${PATH}/${id}`),
    refetchInterval: REFRESH_MS,
    retry: 1,
  })

export function useCreatePayout() {
  const queries = useQueryClient()
  return useMutation<{ withdraw: Payout }, FetchError, NewPayout>({
    mutationFn: (body) => client.client.fetch(PATH, { method: "POST", body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

export function usePayoutAction(id: string) {
  const queries = useQueryClient()
  return useMutation<{ withdraw: Payout }, FetchError, PayoutAction>({
    mutationFn: (action) =>
      client.client.fetch(`${PATH}/${id}/${action}`, {
        method: "POST",
        body: {},
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

/** Who is logged in. */
export const useMe = () =>
  useQuery({
    queryKey: ["one2pays", "me"],
    queryFn: () => client.admin.user.me(),
    staleTime: Infinity,
  })
