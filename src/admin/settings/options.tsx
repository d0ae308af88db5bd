import { useTranslation } from "react-i18next"
import { bankName } from "../format/banks"
import { intlLocale } from "../format/intl-locale"
import { formatBaht } from "../format/money"
import { Row, Rows } from "./rows"
import type { StatusView } from "./use-status"

const STORES = { postgres: "PostgreSQL", redis: "Redis" } as const

/** The options in `medusa-config.ts`, without its keys and secrets. */
export function Options({ options }: Pick<StatusView, "options">) {
  const { t, i18n } = useTranslation("one2pays")
  const baht = (amount: number) => formatBaht(amount, i18n.language)
  const limit = (amount: number | null) =>
    amount === null ? t("settings.options.noLimit") : baht(amount)
  const { unpaid_orders, withdraws, refunds } = options
  return (
    <Rows>
      <Row title={t("settings.options.gateway")}>
        <span className="max-w-full break-all">{options.base_url}</span>
      </Row>
      <Row title={t("settings.options.amountUnit")}>
        {t(`settings.options.unit.${options.amount_unit}`)}
      </Row>
      <Row title={t("settings.options.methods")}>
        {options.payment_methods
          .map((method) => t(`settings.options.method.${method}`))
          .join(", ")}
      </Row>
      <Row title={t("settings.options.paymentRange")}>
        {t("settings.options.range", {
          min: limit(options.min_amount),
          max: limit(options.max_amount),
        })}
      </Row>
      <Row title={t("settings.options.banks")}>
        {options.banks
          ?.map((code) => bankName(code, i18n.language))
          .join(", ") ?? t("settings.options.allBanks")}
      </Row>
      <Row title={t("settings.options.expiry")}>
        {formatMinutes(options.payment_expires_in_minutes, i18n.language)}
      </Row>
      <Row title={t("settings.options.unpaid")}>
        {t(
          unpaid_orders.action === "cancel"
            ? "settings.options.unpaidCancel"
            : "settings.options.unpaidKeep",
          { time: formatMinutes(unpaid_orders.after_minutes, i18n.language) }
        )}
      </Row>
      <Row title={t("settings.options.approvalAbove")}>
        {withdraws.approval_above > 0
          ? t("settings.options.above", {
              amount: baht(withdraws.approval_above),
            })
          : t("settings.options.always")}
      </Row>
      <Row title={t("settings.options.maxAmount")}>
        {limit(withdraws.max_amount)}
      </Row>
      <Row title={t("settings.options.dailyLimit")}>
        {limit(withdraws.daily_limit)}
      </Row>
      <Row title={t("settings.options.duplicates")}>
        {withdraws.duplicate_days > 0
          ? formatUnit(withdraws.duplicate_days, "day", i18n.language)
          : t("settings.options.duplicatesOff")}
      </Row>
      <Row title={t("settings.options.feeMargin")}>
        {typeof withdraws.fee_margin === "number"
          ? baht(withdraws.fee_margin)
          : (withdraws.fee_margin ?? t("settings.options.noMargin"))}
      </Row>
      <Row title={t("settings.options.balanceAlert")}>
        {options.balance_alert === null
          ? t("settings.options.noAlert")
          : baht(options.balance_alert)}
      </Row>
      <Row title={t("settings.options.refunds")}>
        {refunds.mode === "off"
          ? t("settings.options.refundsOff")
          : refunds.approval_above > 0
            ? t("settings.options.refundsOn", {
                amount: baht(refunds.approval_above),
              })
            : t("settings.options.refundsTwo")}
      </Row>
      <Row title={t("settings.options.counted")}>
        {STORES[options.rate_limit_store]}
      </Row>
    </Rows>
  )
}

/** 30 minutes, or 24 hours where the minutes make whole hours. */
function formatMinutes(minutes: number, language: string): string {
  return minutes >= 120 && minutes % 60 === 0
    ? formatUnit(minutes / 60, "hour", language)
    : formatUnit(minutes, "minute", language)
}

const formatUnit = (
  value: number,
  unit: "day" | "hour" | "minute",
  language: string
): string =>
  new Intl.NumberFormat(intlLocale(language), {
    style: "unit",
    unit,
    unitDisplay: "long",
  }).format(value)
