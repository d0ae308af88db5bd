import { Alert, type DataTableRowSelectionState } from "@medusajs/ui"
import { useEffect, useRef, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatBaht } from "../../format/money"
import { sumBaht } from "../../format/sum-baht"
import { WhyPrompt } from "../../ui/act/ask-why"
import { useAct } from "../../ui/act/use-act"
import { useDecision, type Decision, type ListedWithdraw } from "../withdraws"
import { nameOf } from "./payout-columns"

type Chosen = Record<string, ListedWithdraw>

/**
 * The payouts that staff select, on one page or on several, and the decision about all of them. Another filter ends the
 * selection: nobody approves what they do not see.
 *
 * @param shown the payouts on the page
 * @param filter names the filter
 */
export function useDecisions(
  shown: ListedWithdraw[],
  filter: string
): {
  table: {
    rowSelection: {
      state: DataTableRowSelectionState
      onRowSelectionChange: (state: DataTableRowSelectionState) => void
      enableRowSelection: (row: { original: ListedWithdraw }) => boolean
    }
    commands: { label: string; shortcut: string; action: () => void }[]
  }
  label: string
  /** The question before a rejection. */
  prompt: ReactNode
  /** Those that the server refused, and why. */
  refusals: ReactNode
} {
  const { t, i18n } = useTranslation("one2pays")
  const [chosen, setChosen] = useState<Chosen>({})
  const [refused, setRefused] = useState<{
    of: Chosen
    why: Decision["refused"]
  }>()
  const [isRejecting, setRejecting] = useState(false)
  const isAsking = useRef(false)
  const decision = useDecision()
  const act = useAct()
  useEffect(() => {
    setChosen({})
    setRefused(undefined)
  }, [filter])

  const payouts = Object.values(chosen)
  const sum = sumBaht(payouts.map(({ amount }) => amount))
  const total = {
    count: payouts.length,
    amount: formatBaht(sum, i18n.language),
  }
  const warned = payouts.filter(({ warnings }) => warnings.length > 0).length

  const decide = async (action: "approve" | "reject", more: object = {}) => {
    const answer = await decision.mutateAsync({
      action,
      body: { ids: Object.keys(chosen), ...more },
    })
    setRefused({ of: chosen, why: answer.refused })
    setChosen({})
    return answer
  }
  const approve = async () => {
    // The key of the command works beneath its own question, too.
    if (isAsking.current || isRejecting || decision.isPending) {
      return
    }
    isAsking.current = true
    await act({
      sure: [
        t("payouts.approval.sure", total),
        warned > 0 && t("payouts.approval.warned", { count: warned }),
      ]
        .filter(Boolean)
        .join(" "),
      yes: t("payouts.detail.approve"),
      run: () => decide("approve"),
      done: ({ withdraws }) =>
        t("payouts.approval.approved", { count: withdraws.length }),
    })
    isAsking.current = false
  }

  return {
    table: {
      rowSelection: {
        state: Object.fromEntries(Object.keys(chosen).map((id) => [id, true])),
        onRowSelectionChange: (state) => {
          const known: Chosen = {
            ...Object.fromEntries(shown.map((each) => [each.id, each])),
            ...chosen,
          }
          setChosen(
            Object.fromEntries(
              Object.keys(state).flatMap((id) => {
                const payout = known[id]
                return payout ? [[id, payout] as const] : []
              })
            )
          )
        },
        enableRowSelection: ({ original }) => original.can_approve === true,
      },
      commands: [
        {
          label: t("payouts.detail.approve"),
          shortcut: "a",
          action: () => void approve(),
        },
        {
          label: t("payouts.detail.reject"),
          shortcut: "r",
          action: () => {
            if (!isAsking.current && !decision.isPending) {
              setRejecting(true)
            }
          },
        },
      ],
    },
    label: t("payouts.approval.selected", total),
    prompt: (
      <WhyPrompt
        label={t("payouts.detail.reject")}
        description={t("payouts.approval.sureReject", total)}
        isOpen={isRejecting}
        onOpenChange={setRejecting}
        onConfirm={(reason) =>
          act({
            run: () => decide("reject", reason ? { reason } : {}),
            done: ({ withdraws }) =>
              t("payouts.approval.rejected", { count: withdraws.length }),
          })
        }
      />
    ),
    refusals: refused && refused.why.length > 0 && (
      <div className="px-6 py-4">
        <Alert variant="warning" role="alert" data-testid="one2pays-refused">
          {t("payouts.approval.refused", { count: refused.why.length })}
          <ul>
            {refused.why.map(({ id, message }) => {
              const payout = refused.of[id]
              return (
                <li key={id}>
                  <Link
                    className="text-ui-fg-interactive"
                    to={`/one2pays/payouts/${id}`}
                  >
                    {payout ? nameOf(payout) : id}
                  </Link>{" "}
                  {message}
                </li>
              )
            })}
          </ul>
        </Alert>
      </div>
    ),
  }
}
