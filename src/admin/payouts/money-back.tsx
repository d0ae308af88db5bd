import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isToBeTold } from "../client/polling"
import { LoadFailure } from "../ui/load/load-failure"
import { WithdrawLink } from "./withdraw-link"
import { useWithdraws } from "./withdraws"

/** More withdraws than an order ever has. */
const SHOWN = 20

/** The money of an order, or of one payment, that went back to its customer. */
export function MoneyBack({
  of,
}: {
  of: { order_id: string } | { payment_id: string }
}) {
  const { t } = useTranslation("one2pays")
  const query = useWithdraws({ ...of, limit: SHOWN })
  const withdraws = query.data?.withdraws ?? []
  return (
    <>
      {isToBeTold(query) && <LoadFailure query={query} />}
      {withdraws.length > 0 && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Text size="small" weight="plus" leading="compact">
            {t("payments.wentBack")}
          </Text>
          {withdraws.map((withdraw) => (
            <WithdrawLink key={withdraw.id} withdraw={withdraw} />
          ))}
        </div>
      )}
    </>
  )
}
