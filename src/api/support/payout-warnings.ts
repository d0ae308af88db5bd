/** The reasons for staff to look twice before money leaves. */
export type PayoutWarning = "payer_changed" | "duplicate"

/** The warnings about a payment, or about a withdraw that pays it back. */
export const warningsOf = ({
  first_payer,
  duplicate,
}: {
  first_payer: object | null
  duplicate?: object | null
}): PayoutWarning[] => [
  ...(first_payer ? (["payer_changed"] as const) : []),
  ...(duplicate ? (["duplicate"] as const) : []),
]
