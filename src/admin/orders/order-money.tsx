import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderMoneyView } from "../../api/admin/one2pays/payments/order-money"
import { formatBaht } from "../format/money"
import { PaymentLink } from "./payment-link"

/** How the money of an order stands: what came, what is left to pay and what goes back, as far as the reader may see it. */
export function OrderMoney({
  orderId,
  money: { received, waiting, can_ask, refunded, on_its_way },
}: {
  orderId: string
  money: OrderMoneyView
}) {
  const { t, i18n } = useTranslation("one2pays")
  const baht = (amount: number) => formatBaht(amount, i18n.language)
  const rows = (["received", "waiting", "refunded"] as const).flatMap(
    (kind) => {
      const amount = { received, waiting, refunded }[kind]
      return amount === null ? [] : { kind, amount }
    }
  )
  return (
    <div
      className="flex flex-col gap-y-4 px-6 py-4"
      data-testid="one2pays-order-money"
    >
      <dl className="flex flex-col gap-y-3">
        {rows.map(({ kind, amount }) => (
          <div key={kind} className="flex items-start justify-between gap-x-4">
            <dt className="txt-compact-small text-ui-fg-subtle">
              {t(`orders.${kind}`)}
            </dt>
            <dd className="txt-compact-small-plus text-right tabular-nums">
              {baht(amount)}
              {kind === "refunded" && on_its_way ? (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {t("orders.onItsWay", { amount: baht(on_its_way) })}
                </Text>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {can_ask && <PaymentLink key={waiting} orderId={orderId} />}
    </div>
  )
}
