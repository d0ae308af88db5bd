import {
  CheckCircleSolid,
  QuestionMarkCircle,
  XCircleSolid,
} from "@medusajs/icons"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useNames } from "../client/staff"
import { formatMoment } from "../format/date"
import { MissingRights } from "../ui/act/missing-rights"
import { useMay } from "../client/rights"
import { useAct } from "../ui/act/use-act"
import { CheckWithPayment } from "./check-with-payment"
import { Note, Section } from "./rows"
import {
  useAccountCheck,
  useBeginCheck,
  type AccountCheckView,
} from "./use-account-check"

const ICONS = {
  ok: [CheckCircleSolid, "text-ui-tag-green-icon"],
  open: [QuestionMarkCircle, "text-ui-tag-orange-icon"],
  bad: [XCircleSolid, "text-ui-tag-red-icon"],
} as const

const RIGHT = "one2pays_unit:update"

/** Finds out how the account at One2Pays behaves, and keeps the last result. */
export function AccountCheck() {
  const { t } = useTranslation("one2pays")
  const { data } = useAccountCheck()
  const begin = useBeginCheck()
  const act = useAct()
  const may = useMay()
  const check = data?.account_check ?? null
  const isRunning = check?.state === "running"
  useReadAnewAfter(isRunning)
  return (
    <Section
      title={t("settings.account.title")}
      subtitle={t("settings.account.subtitle")}
      testId="one2pays-account-check"
    >
      <div className="flex flex-wrap gap-2 px-6 py-4">
        {may(RIGHT) && (
          <>
            {" "}
            <Button
              size="small"
              variant="secondary"
              isLoading={begin.isPending}
              disabled={isRunning}
              onClick={() =>
                void act({
                  run: () => begin.mutateAsync(null),
                  done: t("settings.account.begun"),
                })
              }
            >
              {t("settings.account.begin")}
            </Button>
            <CheckWithPayment begin={begin} disabled={isRunning} />
          </>
        )}
        <MissingRights needed={[RIGHT]} />
      </div>
      {!data ? null : check ? (
        <Result check={check} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("settings.account.never")}
        </Text>
      )}
    </Section>
  )
}

/** The end of a check may have proved the unit, which stands above. */
function useReadAnewAfter(isRunning: boolean) {
  const queries = useQueryClient()
  const wasRunning = useRef(isRunning)
  useEffect(() => {
    if (wasRunning.current && !isRunning) {
      void queries.invalidateQueries({ queryKey: ["one2pays", "status"] })
    }
    wasRunning.current = isRunning
  }, [isRunning, queries])
}

function Result({ check }: { check: AccountCheckView }) {
  return (
    <>
      <Outcome check={check} />
      <table className="txt-small w-full">
        <tbody className="divide-y">
          {check.findings.map((each, at) => {
            const [Icon, color] = ICONS[each.mark]
            const isFirst = check.findings[at - 1]?.topic !== each.topic
            return (
              <tr key={at} className="text-ui-fg-subtle align-top">
                <th
                  scope="row"
                  className="txt-compact-small-plus hidden w-40 px-6 py-3 text-start sm:table-cell"
                >
                  {isFirst ? (
                    each.title
                  ) : (
                    <span className="sr-only">{each.title}</span>
                  )}
                </th>
                <td className="py-3 pe-6 ps-6 sm:ps-0">
                  <span className="flex items-start gap-x-3">
                    <Icon className={`${color} mt-0.5 shrink-0`} aria-hidden />
                    <span className="min-w-0 break-words">
                      <MarkName mark={each.mark} />
                      {each.text}
                      {each.config && (
                        <code className="txt-compact-small mt-1 block break-all">
                          {each.config}
                        </code>
                      )}
                    </span>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function MarkName({
  mark,
}: Pick<AccountCheckView["findings"][number], "mark">) {
  const { t } = useTranslation("one2pays")
  return <span className="sr-only">{t(`settings.account.mark.${mark}`)}: </span>
}

function Outcome({ check }: { check: AccountCheckView }) {
  const { t, i18n } = useTranslation("one2pays")
  const nameOf = useNames([check.by])
  const { state, verdict, done, of } = check
  return (
    <div
      className="flex flex-col items-start gap-y-1 px-6 py-4"
      aria-live="polite"
      data-testid="one2pays-account-check-outcome"
    >
      {state === "ended" ? (
        <StatusBadge color={verdict?.is_ready ? "green" : "orange"}>
          {t(
            verdict?.is_ready
              ? "settings.account.ready"
              : "settings.account.notReady"
          )}
        </StatusBadge>
      ) : (
        <StatusBadge color={state === "running" ? "blue" : "red"}>
          {t(`settings.account.state.${state}`, { done, of })}
        </StatusBadge>
      )}
      {verdict?.lines.map((line) => (
        <Text key={line} size="small">
          {line}
        </Text>
      ))}
      <Note>
        {t("settings.account.by", {
          name: nameOf(check.by),
          time: formatMoment(check.started_at, i18n.language),
        })}
      </Note>
    </div>
  )
}
