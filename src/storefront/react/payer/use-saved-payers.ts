import { useCallback, useEffect, useRef, useState } from "react"
import {
  deleteSavedPayer,
  listSavedPayers,
  type SavedPayer,
  type StoreSdk,
} from "../../index"

export interface SavedPayersOptions {
  /** False for a guest: then nothing is asked for. True unless given; the server's 401 means a guest, too. */
  enabled?: boolean
}

export interface SavedPayersState {
  /** The one used last first. Empty for a guest, and until the answer is there. */
  payers: readonly SavedPayer[]
  /** Five seconds at most: a checkout goes on without remembered accounts then. */
  isLoading: boolean
  /** Whether the shop knows the customer, so that an account can be remembered for them. */
  canRemember: boolean
  /** Forgets an account and says whether that succeeded. Never rejects: what goes wrong is in `error`. */
  forget: (id: string) => Promise<boolean>
  /** Of the last `forget`, undefined once one has succeeded. Accounts that could not be listed are not offered. */
  error: unknown
}

const PATIENCE_MS = 5_000

interface Seen {
  /** Null: the shop did not tell, so this customer is treated as a guest. */
  payers: readonly SavedPayer[] | null
  error?: unknown
}

/** The accounts that the customer who is logged in asked to remember, for `usePayerForm`. */
export function useSavedPayers(
  sdk: StoreSdk,
  { enabled = true }: SavedPayersOptions = {}
): SavedPayersState {
  const [seen, setSeen] = useState<Seen>()

  // An SDK that is made anew with every render must not ask anew.
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
      // The first word counts: an answer that comes late must not take the fields away.
      if (!asking.signal.aborted) {
        setSeen({ payers })
      }
      asking.abort()
    }
    const timer = setTimeout(tell, PATIENCE_MS, null)
    listSavedPayers(latestSdk.current, { signal: asking.signal }).then(
      tell,
      // Guests, and whoever cannot be asked: they type their account, as without this.
      () => tell(null)
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
      // Not for whoever logs in next.
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

/** @returns what went wrong, undefined when the account is gone */
async function remove(sdk: StoreSdk, id: string): Promise<unknown> {
  try {
    await deleteSavedPayer(sdk, id)
    return undefined
  } catch (error) {
    // Gone already, in another tab perhaps.
    const isGone = (error as { status?: unknown } | null)?.status === 404
    return isGone ? undefined : (error ?? new Error("unknown"))
  }
}
