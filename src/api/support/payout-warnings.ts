import type {
  FirstPayer,
  FirstPayerMark,
} from "../../modules/one2pays/payments/payment"

/** The reasons for staff to look twice before money leaves. */
export type PayoutWarning = "payer_changed" | "payer_not_customer" | "duplicate"

/** The warnings about a payment, or about a withdraw that pays it back, and the payer in whose place another one came. */
export function warningsOf({
  first_payer,
  duplicate,
}: {
  first_payer: FirstPayerMark | null
  duplicate?: object | null
}): { warnings: PayoutWarning[]; first_payer: FirstPayer | null } {
  const isNamed = first_payer !== null && first_payer.account_name !== null
  const changed = isNamed ? "payer_changed" : "payer_not_customer"
  return {
    warnings: [
      ...(first_payer ? ([changed] as const) : []),
      ...(duplicate ? (["duplicate"] as const) : []),
    ],
    first_payer: isNamed ? first_payer : null,
  }
}
