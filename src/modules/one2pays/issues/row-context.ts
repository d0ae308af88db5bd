import type { Logger } from "@medusajs/framework/types"
import type { One2PaysClient } from "../../../gateway"
import { staffMessage } from "../../../messages"
import type { ResolvedOptions } from "../config/options"
import { staffError } from "../errors/staff-error"
import { ERASED, type Seal } from "../shared/seal"
import type { Channels, IssueRow, Telling } from "./announce"
import type { IssueStore } from "./issue-store"
import { Issues } from "./issues"

/** The tools for the life of a payment or a withdraw. The module's service makes them once. */
export interface RowContext<
  Store,
  Row extends IssueRow<Issue>,
  Issue extends string,
> {
  gateway: One2PaysClient
  store: Store
  options: ResolvedOptions
  logger: Logger
  issues: Issues<Issue, Row>
  /** The short public names of the keys that open account numbers. */
  keyIds: string[]
  /** Seals an account number for the row with this id. */
  sealAccountNumber(number: string, id: string): string
  /** The names of an account under each key, the present key's first. Equal accounts have equal names. */
  accountHashes(bankCode: string, number: string): string[]
  /** The names of the rows of an upload, in the same way. */
  uploadHashes(rows: string): string[]
  /**
   * Opens the account number of a row. It must leave the process for the gateway only, and for a person who checks a
   * payout and is in its trail.
   *
   * @throws SealError when it does not open; MedusaError `one2pays_account_erased` when it is no longer kept
   */
  openAccountNumber(row: Row): string
}

/**
 * Makes the tools for the rows of one table.
 *
 * @param sealedOf reads the sealed account number of a row
 * @param sealedFor names the row that it was sealed for, as `table:id`, where that is another one
 */
export function createRowContext<
  Store extends { issues: IssueStore<Issue, Row> },
  Row extends IssueRow<Issue>,
  Issue extends string,
>({
  table,
  seal,
  sealedOf,
  sealedFor = ({ id }) => `${table}:${id}`,
  notices,
  telling,
  ...tools
}: Pick<
  RowContext<Store, Row, Issue>,
  "gateway" | "store" | "options" | "logger"
> & {
  notices: Channels["notices"]
  telling: Telling<Row>
  table: string
  seal: Seal
  sealedOf: (row: Row) => string
  sealedFor?: (row: Row) => string
}): RowContext<Store, Row, Issue> {
  const { logger, store } = tools
  return {
    ...tools,
    issues: new Issues(store.issues, { logger, notices }, telling),
    keyIds: seal.keyIds,
    sealAccountNumber: (number, id) => seal.seal(number, `${table}:${id}`),
    accountHashes: (bankCode, number) =>
      seal.names(`account ${bankCode} ${number}`),
    uploadHashes: (rows) => seal.names(`upload ${rows}`),
    openAccountNumber(row) {
      const sealed = sealedOf(row)
      if (sealed === ERASED) {
        throw staffError(staffMessage("account_erased", { id: row.id }))
      }
      return seal.open(sealed, sealedFor(row))
    },
  }
}
