import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useMay } from "../../client/rights"
import type { Beside, WithdrawDetail } from "../withdraws"

/** The ways to the payouts beside this one: those that wait for the reader, and those of the same file. */
export function PayoutSteps({ withdraw }: { withdraw: WithdrawDetail }) {
  const { t } = useTranslation("one2pays")
  const may = useMay()
  const { to_approve, batch, batch_id } = withdraw
  const isQueue =
    may("one2pays_withdraw:approve") &&
    (to_approve.previous ?? to_approve.next) !== null
  return (
    (isQueue || batch) && (
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-1">
        {isQueue && (
          <Steps
            name="queue"
            label={t("payouts.approval.queue")}
            to="?approvable=true"
            beside={to_approve}
          />
        )}
        {batch && (
          <Steps
            name="batch"
            label={t("payouts.batch.place", {
              row: batch.row,
              count: batch.count,
            })}
            to={`?batch_id=${batch_id}`}
            beside={batch}
          />
        )}
      </div>
    )
  )
}

function Steps({
  name,
  label,
  to,
  beside,
}: {
  name: string
  label: string
  /** Their list. */
  to: string
  beside: Beside
}) {
  const { t } = useTranslation("one2pays")
  return (
    <nav
      aria-label={label}
      className="flex items-center gap-x-2"
      data-testid={`one2pays-${name}`}
    >
      <Text size="small" className="text-ui-fg-interactive" asChild>
        <Link to={`/one2pays/payouts${to}`}>{label}</Link>
      </Text>
      <Step id={beside.previous}>{t("common.previous")}</Step>
      <Step id={beside.next}>{t("common.next")}</Step>
    </nav>
  )
}

function Step({ id, children }: { id: string | null; children: string }) {
  return id ? (
    <Button size="small" variant="secondary" asChild>
      <Link to={`/one2pays/payouts/${id}`}>{children}</Link>
    </Button>
  ) : (
    <Button size="small" variant="secondary" disabled>
      {children}
    </Button>
  )
}
