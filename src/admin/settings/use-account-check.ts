import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AccountCheckView } from "../../api/admin/one2pays/account-checks/render-account-check"
import { client } from "../client/client"
import { polling } from "../client/polling"

export type { AccountCheckView }

interface Answer {
  account_check: AccountCheckView | null
}

/** The payer of a payment that the check may create. */
export interface CheckPayer {
  account_name: string
  account_number: string
  bank_code: string
}

const PATH = "/admin/one2pays/account-checks"
const KEY = ["one2pays", "account-check"]
const RUNNING_MS = 1_000
const QUIET_MS = 30_000

/** The last check of the account. While it runs, the page asks for its progress. */
export const useAccountCheck = () =>
  useQuery<Answer, FetchError>({
    queryKey: KEY,
    queryFn: () => client.client.fetch<Answer>(PATH),
    ...polling(QUIET_MS),
    refetchInterval: ({ state }) =>
      state.data?.account_check?.state === "running" ? RUNNING_MS : QUIET_MS,
  })

/** Begins a check. Everything on the page is read again, since the check may prove the unit. */
export function useBeginCheck() {
  const queries = useQueryClient()
  return useMutation<Answer, FetchError, CheckPayer | null>({
    mutationFn: (payer) =>
      client.client.fetch<Answer>(PATH, {
        method: "POST",
        body: payer ? { create: { ...payer, confirmed: true } } : {},
      }),
    onSettled: () => queries.invalidateQueries(),
  })
}
