import type { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  renderEvent,
  renderWithdraw,
} from "../../api/admin/one2pays/withdraws/render-withdraw"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"
import {
  forgetRequestKey,
  requestKey,
  type Requested,
} from "./request-key"

export type Payout = Json<ReturnType<typeof renderWithdraw>>
export type PayoutEvent = Json<ReturnType<typeof renderEvent>>
/** One payout, as its own page is told of it. */
export type PayoutDetail = Payout & {
  /** Id of who asked for it, also where `requested_by` is the shop. */
  asked_by: string
  /** Whether whoever looks may not approve it, because they asked for it. */
  is_own: boolean
  events: PayoutEvent[]
}
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
}

export type PayoutAction =
  "approve" | "reject" | "cancel" | "check" | "resolve" | "pay-back"

const PATH = "/admin/one2pays/withdraws"
const KEY = ["one2pays", "payouts"]

/** What is on its way changes without anybody's doing. */
const REFRESH_MS = 5000

export const usePayouts = (
  query: Record<string, string | number | string[]>,
  { enabled = true }: { enabled?: boolean } = {}
) =>
  usePolled<PayoutList>(REFRESH_MS, {
    enabled,
    queryKey: [...KEY, query],
    queryFn: () => client.client.fetch<PayoutList>(PATH, { query }),
    placeholderData: keepPreviousData,
  })

export const usePayout = (id: string) =>
  usePolled<{ withdraw: PayoutDetail }>(REFRESH_MS, {
    queryKey: [...KEY, id],
    queryFn: () => client.client.fetch(`${PATH}/${id}`),
  })

export const useCreatePayout = () =>
  useCreate<{ withdraw: Payout }, NewPayout>("payout", PATH)

export const useCreatePayouts = () =>
  useCreate<{ count: number }, { rows: NewPayout[] }>("payouts", `${PATH}/bulk`)

/** Conflict: the former request under this name has arrived, and was another one. */
const KEY_REUSED = 409

/** Asks once, however often it is clicked, and again under the same name where no answer came. */
function useCreate<Answer, Body extends object>(what: Requested, path: string) {
  const queries = useQueryClient()
  return useMutation<Answer, FetchError, Body>({
    mutationFn: (body) =>
      client.client.fetch(path, {
        method: "POST",
        body: { ...body, idempotency_key: requestKey(what) },
      }),
    onSuccess: () => {
      forgetRequestKey(what)
    },
    onError: ({ status }) => {
      if (status === KEY_REUSED) {
        forgetRequestKey(what)
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

export function usePayoutAction(id: string) {
  const queries = useQueryClient()
  return useMutation<
    { withdraw: Payout },
    FetchError,
    { action: PayoutAction; body?: object }
  >({
    mutationFn: ({ action, body = {} }) =>
      client.client.fetch(`${PATH}/${id}/${action}`, { method: "POST", body }),
    onSettled: () => queries.invalidateQueries(),
  })
}
