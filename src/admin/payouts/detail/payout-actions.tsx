import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatBaht } from "../../format/money"
import { usePayoutAction, type Payout, type PayoutDetail } from "../withdraws"
import { useAct } from "../../ui/use-act"
import { AskWhy } from "../../ui/ask-why"

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
  failed: ["check"],
  canceled: ["check"],
  rejected: [],
}

/** What never left the shop is not known at One2Pays. */
const actionsFor = ({ state, sent_at }: Payout): Action[] =>
  sent_at === null && (state === "failed" || state === "canceled")
    ? []
    : ACTIONS[state]

export function PayoutActions({ payout }: { payout: PayoutDetail }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = usePayoutAction(payout.id)
  const act = useAct()

  const run = (name: Exclude<Action, "reject">) =>
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
      {payout.state === "requires_approval" && payout.is_own && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.detail.ownRequest")}
        </Text>
      )}
      {actionsFor(payout).map((name) =>
        name === "reject" ? (
          <AskWhy
            key={name}
            trigger={
              <Button size="small" variant="secondary">
                {t("payouts.detail.reject")}
              </Button>
            }
            title={t("payouts.detail.reject")}
            description={t("payouts.detail.sure.reject")}
            confirm={t("payouts.detail.reject")}
            onConfirm={(reason) =>
              act({
                run: () =>
                  action.mutateAsync({
                    action: "reject",
                    body: reason ? { reason } : {},
                  }),
              })
            }
          />
        ) : (
          <Button
            key={name}
            size="small"
            variant={name === "approve" ? "primary" : "secondary"}
            disabled={action.isPending || (name === "approve" && payout.is_own)}
            onClick={() => void run(name)}
          >
            {t(`payouts.detail.${name}`)}
          </Button>
        )
      )}
    </div>
  )
}
