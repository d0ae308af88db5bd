import type { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  renderEvent,
  renderHistory,
  renderStateTotal,
  renderTotal,
  renderWithdraw,
} from "../../api/admin/one2pays/withdraws/render-withdraw"
import { useActionOn } from "../client/action"
import { client } from "../client/client"
import type { Json } from "../client/json"
import { usePolled } from "../client/polling"
import { forgetRequestKey, requestKey, type Requested } from "./request-key"

/** Money that leaves the shop: a payout, a refund or money that is paid back. Staff read all of them as payouts. */
export type Withdraw = Json<ReturnType<typeof renderWithdraw>>
/** A withdraw in a list. */
export type ListedWithdraw = Withdraw & {
  /** It waits for the reader, who did not ask for it. */
  can_approve?: boolean
}
export type WithdrawEvent = Json<ReturnType<typeof renderEvent>>
/** The server's answer for the page of one withdraw. */
export type WithdrawDetail = Withdraw & {
  /** Id of the person who asked for it, also where `requested_by` is the shop. */
  asked_by: string
  /** The reader asked for it, and so may not approve it. */
  is_own: boolean
  /** Those that leave before it, where it waits for funds. `amount` is THB in major units. */
  waits_behind: { count: number; amount: number } | null
  /** What the reader may approve before and behind it, the oldest first. */
  to_approve: Beside
  /** Its place in its upload. */
  batch: (Beside & { row: number; count: number }) | null
  /** What was paid to its account before. Null where nobody can tell the account any more. */
  account_history: Json<ReturnType<typeof renderHistory>> | null
  order_display_id: number | null
  /** What staff said when they refunded. */
  refund: { reason: string | null; note: string | null } | null
  events: WithdrawEvent[]
}
export type WithdrawState = Withdraw["state"]

export interface Beside {
  previous: string | null
  next: string | null
}

export interface WithdrawList {
  withdraws: ListedWithdraw[]
  count: number
  /** All that the reader may approve. */
  to_approve?: ReturnType<typeof renderTotal>
  /** The whole upload by states, where the list is one upload's. */
  batch?: ReturnType<typeof renderStateTotal>[]
}

/** The outcome of a decision about several withdraws. */
export interface Decision {
  withdraws: Withdraw[]
  refused: { id: string; message: string }[]
}

/** The body that asks for a withdraw of the kind payout. */
export interface NewPayout {
  amount: string
  bank_code: string
  account_name: string
  account_number: string
  description?: string
}

/** Why payouts are meant that look like earlier ones. */
interface Meant {
  confirm_duplicates?: string
}

export type WithdrawAction =
  "approve" | "reject" | "cancel" | "check" | "resolve" | "pay-back"

const PATH = "/admin/one2pays/withdraws"
const KEY = ["one2pays", "withdraws"]

/** A withdraw on its way changes without staff. */
const REFRESH_MS = 5000

export const useWithdraws = (
  query: Record<string, string | number | string[]>,
  { enabled = true }: { enabled?: boolean } = {}
) =>
  usePolled<WithdrawList>(REFRESH_MS, {
    enabled,
    queryKey: [...KEY, query],
    queryFn: () => client.client.fetch<WithdrawList>(PATH, { query }),
    placeholderData: keepPreviousData,
  })

export const useWithdraw = (id: string) =>
  usePolled<{ withdraw: WithdrawDetail }>(REFRESH_MS, {
    queryKey: [...KEY, id],
    queryFn: () => client.client.fetch(`${PATH}/${id}`),
  })

export const useWithdrawAction = (id: string) =>
  useActionOn<{ withdraw: Withdraw }, WithdrawAction>(`${PATH}/${id}`)

/** Approves or rejects many. */
export const useDecision = () =>
  useActionOn<Decision, "approve" | "reject">(PATH)

/** The whole account number, which the page shows and nobody keeps. */
export function useAccountNumber(id: string) {
  const queries = useQueryClient()
  return useMutation<{ account_number: string }, FetchError>({
    mutationFn: () =>
      client.client.fetch(`${PATH}/${id}/account-number`, {
        method: "POST",
        body: {},
      }),
    gcTime: 0,
    // The history says who saw it.
    onSuccess: () => queries.invalidateQueries({ queryKey: [...KEY, id] }),
  })
}

export const useCreatePayout = () =>
  useCreate<{ withdraw: Withdraw }, NewPayout & Meant>("payout", PATH)

export const useCreatePayouts = () =>
  useCreate<{ count: number }, { rows: NewPayout[] } & Meant>(
    "payouts",
    `${PATH}/bulk`
  )

/** Conflict: the server has had another request under this key, or the same payout. It has written nothing. */
const CONFLICT = 409

/** Whether a request was refused because something like it was asked for before. */
export const isConflict = (error: FetchError | null): error is FetchError =>
  error?.status === CONFLICT

/** Asks once however often staff click, and asks again under the same key where no answer came. */
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
    onError: (error) => {
      if (isConflict(error)) {
        forgetRequestKey(what)
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
