import type { PaymentDisplayStatus } from "../../../messages"
import type { PaymentState } from "./payment"

/** The facts of a payment that decide its status. Times are dates here, and ISO 8601 in the admin's answers. */
export interface Standing {
  state: PaymentState
  expires_at: Date | string | null
  cancel_requested_at: Date | string | null
  settled_at: Date | string | null
  issue: string | null
  resolved_at: Date | string | null
  paying_back_since: Date | string | null
}

/** A standing with the further facts that the customer's status depends on. */
interface CustomerStanding extends Standing {
  closed_at: Date | null
  paid_back_at: Date | null
}

/** The states of a payment as staff see them. */
export type StaffStatus =
  | "preparing"
  | "awaiting"
  | "canceling"
  | "expired"
  | "failed"
  | "canceled"
  | "arrived"
  | "paid"
  | "review"

/** Whether a payment may still be open at the gateway. */
export const isUnended = (state: PaymentState): boolean =>
  state === "creating" || state === "open"

/** Whether a payment has ended without money. */
export const hasEndedUnpaid = (state: PaymentState): boolean =>
  state === "expired" || state === "failed" || state === "canceled"

/** Whether the time to pay is over that the customer was told, whatever the gateway's clock says. */
export const isExpired = (
  { expires_at }: Pick<Standing, "expires_at">,
  now: Date
): boolean => expires_at !== null && new Date(expires_at) <= now

/** Whether the customer can pay it now. */
export const isPayable = (
  payment: Pick<Standing, "state" | "expires_at" | "cancel_requested_at">,
  now: Date
): boolean =>
  payment.state === "open" &&
  !payment.cancel_requested_at &&
  !isExpired(payment, now)

/** Whether the plugin wants it canceled, and the gateway has not confirmed that yet. */
export const isToBeCanceled = ({
  state,
  cancel_requested_at,
}: Pick<Standing, "state" | "cancel_requested_at">): boolean =>
  cancel_requested_at !== null && isUnended(state)

/** Whether its money came, and its order has not taken it yet. */
export const isArriving = ({
  state,
  issue,
  settled_at,
  paid_back_at,
}: CustomerStanding): boolean =>
  state === "succeeded" && !issue && !settled_at && !paid_back_at

/** Whether its money came, and staff have yet to decide about it. */
export const isUnderReview = ({
  state,
  issue,
  resolved_at,
  paying_back_since,
}: Pick<
  Standing,
  "state" | "issue" | "resolved_at" | "paying_back_since"
>): boolean =>
  state === "succeeded" &&
  issue !== null &&
  resolved_at === null &&
  paying_back_since === null

/** Whether the customer may try again, as far as the payment itself knows. */
export const canRetry = (payment: CustomerStanding, now: Date): boolean =>
  ["expired", "failed", "canceled"].includes(customerStatus(payment, now)) &&
  !payment.closed_at

/** The status of a payment for its customer. */
export function customerStatus(
  payment: CustomerStanding,
  now: Date
): PaymentDisplayStatus {
  if (isToBeCanceled(payment)) {
    // The gateway has not canceled it yet, or has not answered its creation. The customer may not pay it in the
    // meantime.
    return "canceled"
  }
  switch (payment.state) {
    case "initiated":
    case "creating":
      return "processing"
    case "open":
      return isExpired(payment, now) ? "expired" : "awaiting_payment"
    case "succeeded":
      if (payment.paid_back_at) {
        return "canceled"
      }
      // Of a settled payment staff review only what came beside the order's money. They review money for a canceled order,
      // also in the moment before the issue is written down.
      return !payment.settled_at && (payment.issue || payment.closed_at)
        ? "under_review"
        : "paid"
    case "expired":
    case "failed":
    case "canceled":
      return payment.state
    default:
      payment.state satisfies never
      throw new Error("[one2pays] unknown payment state")
  }
}

/** The status of a payment for staff. */
export function staffStatus(payment: Standing, now: Date): StaffStatus {
  if (isToBeCanceled(payment)) {
    return "canceling"
  }
  switch (payment.state) {
    case "initiated":
    case "creating":
      return "preparing"
    case "open":
      return isExpired(payment, now) ? "expired" : "awaiting"
    case "succeeded":
      if (isUnderReview(payment)) {
        return "review"
      }
      // Where staff resolved the issue and the order stayed unpaid, only the arrival of the money is sure.
      return payment.settled_at ? "paid" : "arrived"
    case "expired":
    case "failed":
    case "canceled":
      return payment.state
    default:
      payment.state satisfies never
      throw new Error("[one2pays] unknown payment state")
  }
}
