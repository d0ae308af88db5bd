import { Hint, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { bankName } from "../../format/banks"
import type { DraftField } from "../payout-draft"
import {
  hasRefusedBank,
  hasUnknownBank,
  isRounded,
  isUnreadable,
  type PayoutRow,
} from "./payout-row"

/** Nobody reads more lines, and they would make the page slow. */
const SHOWN = 100

/**
 * The lines of a file. Wrong ones come first, and each wrong cell says what it should hold; then come lines that may be
 * a mistake.
 */
export function PayoutPreview({ rows }: { rows: PayoutRow[] }) {
  const { t, i18n } = useTranslation("one2pays")
  const shown = [...rows]
    .sort((a, b) => urgency(b) - urgency(a) || a.line - b.line)
    .slice(0, SHOWN)
  const hasDescriptions = rows.some(({ description }) => description)
  const problem = (row: PayoutRow, field: DraftField) => {
    if (isUnreadable(row[field])) {
      return t("payouts.upload.unreadable")
    }
    if (field === "bank_code" && hasRefusedBank(row)) {
      return t("payouts.upload.refusedBank")
    }
    if (field === "account_number" && isRounded(row.account_number)) {
      return t("payouts.upload.rounded")
    }
    return field === "account_number" && row.wrong.has("zeros")
      ? t("payouts.upload.zeros")
      : t(`payouts.form.wrong.${field}`)
  }
  const cell = (row: PayoutRow, field: DraftField, text: string) => (
    <Table.Cell className="min-w-40 whitespace-normal break-words py-2 align-top">
      {text}
      {row.wrong.has(field) && (
        <Hint variant="error">{problem(row, field)}</Hint>
      )}
      {field === "bank_code" && hasUnknownBank(row) && (
        <Hint className="block">{t("payouts.upload.unknownBank")}</Hint>
      )}
    </Table.Cell>
  )
  return (
    <div className="flex flex-col gap-y-2 overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("payouts.upload.line")}</Table.HeaderCell>
            <Table.HeaderCell>{t("payouts.columns.amount")}</Table.HeaderCell>
            <Table.HeaderCell>{t("payouts.form.bank")}</Table.HeaderCell>
            <Table.HeaderCell>{t("payouts.form.accountName")}</Table.HeaderCell>
            <Table.HeaderCell>
              {t("payouts.form.accountNumber")}
            </Table.HeaderCell>
            {hasDescriptions && (
              <Table.HeaderCell>
                {t("payouts.detail.description")}
              </Table.HeaderCell>
            )}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {shown.map((row) => (
            <Table.Row
              key={row.line}
              data-testid={
                row.wrong.size > 0 ? "one2pays-wrong-row" : "one2pays-row"
              }
            >
              <Table.Cell className="min-w-40 whitespace-normal py-2 align-top">
                {row.line}
                {row.wrong.has("cells") && (
                  <Hint variant="error">{t("payouts.upload.cells")}</Hint>
                )}
                {row.sameAs !== undefined && (
                  <Hint className="block">
                    {t("payouts.upload.sameAs", { line: row.sameAs })}
                  </Hint>
                )}
              </Table.Cell>
              {cell(row, "amount", row.amount)}
              {cell(row, "bank_code", bankName(row.bank_code, i18n.language))}
              {cell(row, "account_name", row.account_name)}
              {cell(row, "account_number", row.account_number)}
              {hasDescriptions && cell(row, "description", row.description)}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {rows.length > shown.length && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.upload.more", { count: rows.length - shown.length })}
        </Text>
      )}
    </div>
  )
}

function urgency(row: PayoutRow): number {
  if (row.wrong.size > 0) {
    return 1 + row.wrong.size
  }
  return row.sameAs !== undefined || hasUnknownBank(row) ? 1 : 0
}
