import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatBaht } from "../format"
import { usePayoutAction, type Payout } from "../payouts"
import { useMe } from "../staff"
import { useAct } from "../use-act"

type Action = "approve" | "reject" | "cancel" | "check"

/** What can be done in each state. */
const ACTIONS: Record<Payout["state"], Action[]> = {
  requires_approval: ["approve", "reject", "cancel"],
  approved: ["cancel"],
  sending: ["check"],
  unknown: ["check", "cancel"],
  pending: ["check", "cancel"],
  processing: ["check", "cancel"],
  paid: [],
  failed: [],
  canceled: [],
  rejected: [],
}

export function PayoutActions({ payout }: { payout: Payout }) {
  const { t, i18n } = useTranslation("one2pays")
  const me = useMe().data?.user.id
  const action = usePayoutAction(payout.id)
  const act = useAct()
  const isOwn = payout.requested_by === me

  const run = (name: Action) =>
    act({
      sure:
        name === "check"
          ? undefined
          : t(`payouts.detail.sure.${name}`, {
              amount: formatBaht(payout.amount, i18n.language),
              name: payout.account_name,
            }),
      run: () => action.mutateAsync({ action: name }),
    })

  return (
    <div className="flex flex-wrap items-center gap-2">
      {payout.state === "requires_approval" && isOwn && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.detail.ownRequest")}
        </Text>
      )}
      {ACTIONS[payout.state].map((name) => (
        <Button
          key={name}
          size="small"
          variant={name === "approve" ? "primary" : "secondary"}
          disabled={action.isPending || (name === "approve" && isOwn)}
          onClick={() => void run(name)}
        >
          {t(`payouts.detail.${name}`)}
        </Button>
      ))}
    </div>
  )
}
