import type { RequestOptions } from "./payment"
import type { StoreSdk } from "./store-sdk"

/** An account that a customer who is logged in has asked the shop to remember. */
export interface SavedPayer {
  /** The payment session takes it in `data.saved_payer`, in place of `data.payer`. */
  id: string
  /** The Bank of Thailand's three digits, see `THAI_BANKS`. */
  bank_code: string
  /** The end of the account number. The shop's server shows no more of it. */
  last4: string
  /** ISO 8601 */
  last_used_at: string
}

/**
 * The customer's remembered accounts, the one used last first. It rejects with the SDK's own error, whose `status` is
 * 401 when nobody is logged in.
 */
export async function listSavedPayers(
  sdk: StoreSdk,
  { signal }: Pick<RequestOptions, "signal"> = {}
): Promise<SavedPayer[]> {
  const { payers } = await sdk.client.fetch<{ payers: SavedPayer[] }>(
    "/store/one2pays/payers",
    { signal }
  )
  return payers
}

/** Forgets an account. It rejects with the SDK's own error, whose `status` is 404 when the account is gone already. */
export async function deleteSavedPayer(
  sdk: StoreSdk,
  id: string,
  { signal }: Pick<RequestOptions, "signal"> = {}
): Promise<void> {
  await sdk.client.fetch(`/store/one2pays/payers/${encodeURIComponent(id)}`, {
    method: "DELETE",
    signal,
  })
}
