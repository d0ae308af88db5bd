import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { whereSeenTo } from "../../issues/issue-store"
import type { StaffStatus } from "../lifecycle"

type Narrow = (query: Knex.QueryBuilder, now: Date) => unknown

const isUnended = ["creating", "open"]

const isUnderReview: Narrow = (query) =>
  query
    .where({ state: "succeeded" })
    .whereNotNull("issue")
    .whereNot(whereSeenTo)

const isReceived: Narrow = (query) =>
  query
    .where({ state: "succeeded" })
    .where((seen) => seen.whereNull("issue").orWhere(whereSeenTo))

/** `staffStatus` in the database's language. */
const NARROW: Record<StaffStatus, Narrow> = {
  preparing: (query) =>
    query
      .where({ state: "initiated" })
      .orWhere((creating) =>
        creating.where({ state: "creating" }).whereNull("cancel_requested_at")
      ),
  awaiting: (query, now) =>
    query
      .where({ state: "open" })
      .whereNull("cancel_requested_at")
      .where((unexpired) =>
        unexpired.whereNull("expires_at").orWhere("expires_at", ">", now)
      ),
  canceling: (query) =>
    query.whereIn("state", isUnended).whereNotNull("cancel_requested_at"),
  expired: (query, now) =>
    query
      .where({ state: "expired" })
      .orWhere((over) =>
        over
          .where({ state: "open" })
          .whereNull("cancel_requested_at")
          .where("expires_at", "<=", now)
      ),
  failed: (query) => query.where({ state: "failed" }),
  canceled: (query) => query.where({ state: "canceled" }),
  arrived: (query, now) =>
    query
      .where((received) => isReceived(received, now))
      .whereNull("settled_at"),
  paid: (query, now) =>
    query
      .where((received) => isReceived(received, now))
      .whereNotNull("settled_at"),
  review: isUnderReview,
}

export const STAFF_STATUSES = Object.keys(NARROW) as [
  StaffStatus,
  ...StaffStatus[],
]

/** Narrows a query down to payments that look so to staff. */
export function whereStatus(
  query: Knex.QueryBuilder,
  statuses: readonly StaffStatus[],
  now: Date
): void {
  void query.where((any) => {
    for (const status of statuses) {
      void any.orWhere((one) => void NARROW[status](one, now))
    }
  })
}
