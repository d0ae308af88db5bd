import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Withdraw, WithdrawState } from "./withdraws"

const COLORS = {
  requires_approval: "orange",
  approved: "blue",
  sending: "blue",
  unknown: "orange",
  pending: "blue",
  processing: "blue",
  paid: "green",
  failed: "red",
  canceled: "grey",
  rejected: "grey",
} as const satisfies Record<WithdrawState, string>

export const PAYOUT_STATES = Object.keys(COLORS) as WithdrawState[]

/** The state of a withdraw, or why an approved one does not leave. */
export function PayoutStateBadge({
  withdraw: { state, waits_for },
}: {
  withdraw: Pick<Withdraw, "state" | "waits_for">
}) {
  const { t } = useTranslation("one2pays")
  return (
    <StatusBadge
      color={waits_for ? "orange" : COLORS[state]}
      className="text-nowrap"
      data-testid="one2pays-state"
    >
      {waits_for
        ? t(`payouts.waitsFor.${waits_for}`)
        : t(`payouts.state.${state}`)}
    </StatusBadge>
  )
}
