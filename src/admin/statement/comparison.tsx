import { Button, Container, Heading, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PaymentState } from "../../modules/one2pays/payments/payment"
import type { WithdrawState } from "../../modules/one2pays/withdraw-rules/state"
import { errorText } from "../client/error-text"
import { formatBaht } from "../format/money"
import { useComparison, type Difference } from "./use-statement"

interface Found {
  differences: Difference[]
  compared: number
  next: string | null
}

/** Asks One2Pays for its own lists of the month, and names what is different there. */
export default function Comparison({ month }: { month: string }) {
  const { t } = useTranslation("one2pays")
  const { mutateAsync, isPending } = useComparison()
  const [found, setFound] = useState<Found | null>(null)
  const compare = async (before: Found | null) => {
    try {
      const { differences, compared, next } = await mutateAsync({
        month,
        ...(before?.next ? { after: before.next } : {}),
      })
      setFound({
        differences: [...(before?.differences ?? []), ...differences],
        compared:
          (before?.compared ?? 0) + compared.payments + compared.withdraws,
        next,
      })
    } catch (error) {
      toast.error(errorText(error, t))
    }
  }
  return (
    <Container
      className="divide-y p-0"
      data-screen-only
      data-testid="one2pays-comparison"
    >
      <div className="flex flex-col items-start justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
        <div>
          <Heading level="h2">{t("statement.compare.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {t("statement.compare.subtitle")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => void compare(found?.next ? found : null)}
        >
          {t(
            found?.next ? "statement.compare.goOn" : "statement.compare.begin"
          )}
        </Button>
      </div>
      <div aria-live="polite">
        {found && (
          <Text size="small" className="px-6 py-4">
            {t(
              found.differences.length === 0
                ? "statement.compare.none"
                : "statement.compare.found",
              { count: found.differences.length, compared: found.compared }
            )}
            {found.next ? ` ${t("statement.compare.more")}` : ""}
          </Text>
        )}
      </div>
      {found && found.differences.length > 0 && (
        <Differences differences={found.differences} />
      )}
    </Container>
  )
}

function Differences({ differences }: { differences: Difference[] }) {
  const { t, i18n } = useTranslation("one2pays")
  const baht = (amount: string) => formatBaht(Number(amount), i18n.language)
  const stateOf = ({ of, ours }: Difference) =>
    ours && of === "payment"
      ? t(`statement.compare.state.${ours.state as PaymentState}`)
      : t(`payouts.state.${ours?.state as WithdrawState}`)
  return (
    <div
      className="overflow-x-auto"
      role="region"
      tabIndex={0}
      aria-label={t("statement.compare.table")}
    >
      <Table>
        <Table.Header>
          <Table.Row>
            {(["difference", "reference", "here", "there"] as const).map(
              (column) => (
                <Table.HeaderCell key={column} scope="col">
                  {t(`statement.compare.${column}`)}
                </Table.HeaderCell>
              )
            )}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {differences.map((difference) => {
            const { kind, of, reference_id, gateway_id, ours, gateway } =
              difference
            return (
              <Table.Row key={`${kind} ${of} ${gateway_id} ${reference_id}`}>
                <Table.Cell className="whitespace-nowrap">
                  {t(`statement.compare.of.${of}`)}:{" "}
                  {t(`statement.compare.kind.${kind}`)}
                </Table.Cell>
                <Table.Cell className="break-all">
                  {reference_id ?? gateway_id}
                </Table.Cell>
                <Table.Cell className="whitespace-nowrap tabular-nums">
                  {ours ? `${baht(ours.amount)} · ${stateOf(difference)}` : "–"}
                </Table.Cell>
                <Table.Cell className="whitespace-nowrap tabular-nums">
                  {gateway
                    ? `${baht(gateway.amount)} · ${gateway.status}`
                    : "–"}
                </Table.Cell>
              </Table.Row>
            )
          })}
        </Table.Body>
      </Table>
    </div>
  )
}
