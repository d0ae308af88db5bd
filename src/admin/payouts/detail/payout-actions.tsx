import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMay, type Right } from "../../client/rights"
import { formatBaht } from "../../format/money"
import { AskWhy } from "../../ui/act/ask-why"
import { MissingRights } from "../../ui/act/missing-rights"
import { useAct } from "../../ui/act/use-act"
import {
  useWithdrawAction,
  type Withdraw,
  type WithdrawDetail,
  type WithdrawState,
} from "../withdraws"

type Action = "approve" | "reject" | "cancel" | "check"

/** The actions in each state. */
const ACTIONS: Record<WithdrawState, Action[]> = {
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

/** The right that each action needs at the server. */
const RIGHTS: Record<Action, Right> = {
  approve: "one2pays_withdraw:approve",
  reject: "one2pays_withdraw:approve",
  cancel: "one2pays_withdraw:update",
  check: "one2pays_withdraw:update",
}

/** One2Pays does not know a withdraw that never left the shop, so there is nothing to check. */
const actionsFor = ({ state, sent_at }: Withdraw): Action[] =>
  sent_at === null && (state === "failed" || state === "canceled")
    ? []
    : ACTIONS[state]

/** What staff are asked before they do it. */
const sureOf = (name: "approve" | "cancel", { duplicate }: Withdraw) =>
  name === "approve" && duplicate ? "approveAgain" : name

export function PayoutActions({ withdraw }: { withdraw: WithdrawDetail }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = useWithdrawAction(withdraw.id)
  const act = useAct()
  const may = useMay()
  const actions = actionsFor(withdraw)

  const run = (name: Exclude<Action, "reject">) =>
    act({
      sure:
        name === "check"
          ? undefined
          : t(`payouts.detail.sure.${sureOf(name, withdraw)}`, {
              reason: withdraw.duplicate?.reason,
              amount: formatBaht(withdraw.amount, i18n.language),
              name: withdraw.account_name,
            }),
      yes: t(`payouts.detail.${name}`),
      stops: name === "cancel",
      run: () => action.mutateAsync({ action: name }),
    })

  return (
    <div className="flex flex-wrap items-center gap-2">
      {withdraw.state === "requires_approval" && withdraw.is_own && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.detail.ownRequest")}
        </Text>
      )}
      {actions
        .filter((name) => may(RIGHTS[name]))
        .map((name) =>
          name === "reject" ? (
            <AskWhy
              key={name}
              label={t("payouts.detail.reject")}
              description={t("payouts.detail.sure.reject")}
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
              disabled={
                action.isPending || (name === "approve" && withdraw.is_own)
              }
              onClick={() => void run(name)}
            >
              {t(`payouts.detail.${name}`)}
            </Button>
          )
        )}
      <MissingRights needed={actions.map((name) => RIGHTS[name])} />
    </div>
  )
}
