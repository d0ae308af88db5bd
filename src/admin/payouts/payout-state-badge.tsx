import { Badge, StatusBadge } from "@medusajs/ui"
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

export function PayoutStateBadge({ state }: { state: WithdrawState }) {
  const { t } = useTranslation("one2pays")
  return (
    <StatusBadge
      color={COLORS[state]}
      className="text-nowrap"
      data-testid="one2pays-state"
    >
      {t(`payouts.state.${state}`)}
    </StatusBadge>
  )
}

/** What an approved payout waits for, where it is more than its turn. */
export function PayoutWaitBadge({
  waitsFor,
}: {
  waitsFor: Withdraw["waits_for"]
}) {
  const { t } = useTranslation("one2pays")
  return (
    waitsFor && (
      <Badge
        size="2xsmall"
        color="orange"
        className="text-nowrap"
        data-testid="one2pays-waits"
      >
        {t(`payouts.waits.${waitsFor}`)}
      </Badge>
    )
  )
}
