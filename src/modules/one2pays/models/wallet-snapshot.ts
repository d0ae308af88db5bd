import { model } from "@medusajs/framework/utils"

/**
 * The balance at the beginning of each day in Thailand. A row without a balance is one that an instance asks for. The
 * amounts are THB in major units, as text.
 */
export const WalletSnapshot = model.define(
  { name: "One2paysWalletSnapshot", tableName: "one2pays_wallet_snapshot" },
  {
    /** Such as 2026-11-30. */
    day: model.text().primaryKey(),
    wallet: model.text().nullable(),
    settlement: model.text().nullable(),
    /** When the gateway answered: after midnight, and hours after it where it was in maintenance. */
    taken_at: model.dateTime().nullable(),
    /** The lease of the instance that asks. It lapses by itself. */
    busy_until: model.dateTime().nullable(),
  }
)
