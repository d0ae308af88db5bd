import { Button, Container, Heading, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PaymentState } from "../../modules/one2pays/payments/payment"
import type { WithdrawState } from "../../modules/one2pays/withdraw-rules/state"
import type { Tools } from "./looks"
import type { Comparing, Difference } from "./use-statement"

interface Found {
  differences: Difference[]
  compared: number
  next: string | null
}

/**
 * Asks One2Pays for its own lists of the month, and names what is different there. The page loads this file on demand, so
 * it imports only types of ours.
 */
export default function Comparison({
  month,
  comparing: { mutateAsync, isPending },
  explain,
  tools,
}: {
  month: string
  comparing: Comparing
  /** Says why it was not done. */
  explain: (error: unknown) => string
  tools: Tools
}) {
  const { t } = useTranslation("one2pays")
  const { looks } = tools
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
      toast.error(explain(error))
    }
  }
  return (
    <Container
      {...looks.section}
      data-screen-only
      data-testid="one2pays-comparison"
    >
      <div {...looks.head}>
        <div>
          <Heading level="h2">{t("statement.compare.title")}</Heading>
          <Text {...looks.subtitle} size="small">
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
          <Text size="small" {...looks.outcome}>
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
        <Differences differences={found.differences} tools={tools} />
      )}
    </Container>
  )
}

function Differences({
  differences,
  tools: { looks, baht },
}: {
  differences: Difference[]
  tools: Tools
}) {
  const { t } = useTranslation("one2pays")
  const stateOf = ({ of, ours }: Difference) =>
    ours && of === "payment"
      ? t(`statement.compare.state.${ours.state as PaymentState}`)
      : t(`payouts.state.${ours?.state as WithdrawState}`)
  return (
    <div
      {...looks.scroll}
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
                <Table.Cell {...looks.wide}>
                  {t(`statement.compare.of.${of}`)}:{" "}
                  {t(`statement.compare.kind.${kind}`)}
                </Table.Cell>
                <Table.Cell {...looks.reference}>
                  {reference_id ?? gateway_id}
                </Table.Cell>
                <Table.Cell {...looks.wideAmount}>
                  {ours ? `${baht(ours.amount)} · ${stateOf(difference)}` : "–"}
                </Table.Cell>
                <Table.Cell {...looks.wideAmount}>
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
