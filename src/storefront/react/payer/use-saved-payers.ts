import { useCallback, useEffect, useRef, useState } from "react"
import {
  deleteSavedPayer,
  listSavedPayers,
  type SavedPayer,
  type StoreSdk,
} from "../../index"

export interface SavedPayersOptions {
  /** False for a guest, for whom the shop is not asked. Default: true. The server's 401 means a guest, too. */
  enabled?: boolean
}

export interface SavedPayersState {
  /** The account used last comes first. Empty for a guest, and until the answer comes. */
  payers: readonly SavedPayer[]
  /** For five seconds at most. The checkout then goes on without remembered accounts. */
  isLoading: boolean
  /** Whether the shop knows the customer, and so can remember an account for them. */
  canRemember: boolean
  /** Forgets an account and tells whether that succeeded. It never rejects: `error` holds the failure. */
  forget: (id: string) => Promise<boolean>
  /**
   * The failure of the last `forget`, undefined once one has succeeded. A failure to list the accounts does not count:
   * the form then offers none.
   */
  error: unknown
}

const PATIENCE_MS = 5_000

interface Seen {
  /** Null: the shop did not tell, so this customer counts as a guest. */
  payers: readonly SavedPayer[] | null
  error?: unknown
}

/** The accounts that a customer who is logged in has asked the shop to remember, for `usePayerForm`. */
export function useSavedPayers(
  sdk: StoreSdk,
  { enabled = true }: SavedPayersOptions = {}
): SavedPayersState {
  const [seen, setSeen] = useState<Seen>()

  // A new SDK object with every render must not ask again.
  const latestSdk = useRef(sdk)
  useEffect(() => {
    latestSdk.current = sdk
  })

  useEffect(() => {
    if (!enabled) {
      return
    }
    const asking = new AbortController()
    const tell = (payers: SavedPayer[] | null) => {
      clearTimeout(timer)
      // The first result counts: a late answer must not take the fields away.
      if (!asking.signal.aborted) {
        setSeen({ payers })
      }
      asking.abort()
    }
    const timer = setTimeout(tell, PATIENCE_MS, null)
    listSavedPayers(latestSdk.current, { signal: asking.signal }).then(
      tell,
      // A guest, or a failure: the customer types their account, as without this hook.
      () => tell(null)
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
      // The next customer to log in must not see these accounts.
      setSeen(undefined)
    }
  }, [enabled])

  const forget = useCallback(async (id: string) => {
    const failure = await remove(latestSdk.current, id)
    setSeen(
      (before) =>
        before && {
          payers:
            failure === undefined
              ? (before.payers?.filter((payer) => payer.id !== id) ?? null)
              : before.payers,
          error: failure,
        }
    )
    return failure === undefined
  }, [])

  const current = enabled ? seen : { payers: null }
  return {
    payers: current?.payers ?? [],
    isLoading: current === undefined,
    canRemember: Boolean(current?.payers),
    forget,
    error: current?.error,
  }
}

/** @returns the failure, undefined when the account is gone */
async function remove(sdk: StoreSdk, id: string): Promise<unknown> {
  try {
    await deleteSavedPayer(sdk, id)
    return undefined
  } catch (error) {
    // The account is gone already, perhaps through another tab.
    const isGone = (error as { status?: unknown } | null)?.status === 404
    return isGone ? undefined : (error ?? new Error("unknown"))
  }
}
