import type { RequestOptions } from "./payment"
import type { StoreSdk } from "./store-sdk"

/** An account that the customer who is logged in asked the shop to remember. */
export interface SavedPayer {
  /** Goes into `data.saved_payer` of the payment session, in place of `data.payer`. */
  id: string
  /** Of the Bank of Thailand, see `THAI_BANKS`. */
  bank_code: string
  /** The end of the account number; the shop's server shows no more of it. */
  last4: string
  /** ISO 8601 */
  last_used_at: string
}

/**
 * The accounts to offer the customer again, the one used last first. Rejects with the SDK's own
 * error; its `status` is 401 when nobody is logged in.
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

/** Forgets an account. Rejects with the SDK's own error; its `status` is 404 when it is gone already. */
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
