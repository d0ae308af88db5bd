/** The reasons for staff to look twice before money goes back. */
export type PayoutWarning = "payer_changed"

/** The warnings about a payment, or about a withdraw that pays it back. */
export const warningsOf = ({
  first_payer,
}: {
  first_payer: object | null
}): PayoutWarning[] => (first_payer ? ["payer_changed"] : [])
