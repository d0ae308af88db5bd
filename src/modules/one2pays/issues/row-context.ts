import type { Logger } from "@medusajs/framework/types"
import type { One2PaysClient } from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import type { Seal } from "../shared/seal"
import type { IssueStore } from "./issue-store"

/** The tools for the life of a payment or a withdraw. Made once by the module's service. */
export interface RowContext<Store, Row, Issue extends string> {
  gateway: One2PaysClient
  store: Store
  options: ResolvedOptions
  logger: Logger
  /** Puts money that does not fit before staff; the first open issue of a row stays. */
  raiseIssue(id: string, issue: Issue, detail: string): Promise<void>
  /** Tells the merchant of a row's issue, once. */
  announce(id: string): Promise<void>
  /** Seals an account number for the row with this id. */
  sealAccountNumber(number: string, id: string): string
  /** Opens the account number of a row. It must leave the process for the gateway only. */
  openAccountNumber(row: Row): string
}

/** @param sealedOf the sealed account number of a row */
export function createRowContext<
  Store extends { issues: IssueStore<Issue, Row> },
  Row extends { id: string },
  Issue extends string,
>({
  table,
  seal,
  sealedOf,
  ...tools
}: Pick<
  RowContext<Store, Row, Issue>,
  "gateway" | "store" | "options" | "logger" | "announce"
> & {
  table: string
  seal: Seal
  sealedOf: (row: Row) => string
}): RowContext<Store, Row, Issue> {
  return {
    ...tools,
    async raiseIssue(id, issue, detail) {
      if (await tools.store.issues.raise(id, issue, detail)) {
        await tools.announce(id)
      }
    },
    sealAccountNumber: (number, id) => seal.seal(number, `${table}:${id}`),
    openAccountNumber: (row) => seal.open(sealedOf(row), `${table}:${row.id}`),
  }
}
