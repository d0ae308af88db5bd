import { Button, Copy, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PaymentLinkView } from "../../api/admin/one2pays/orders/[id]/payment-link/route"
import { useActionOn } from "../client/action"
import { useMay } from "../client/rights"
import { formatBaht } from "../format/money"
import { copyText } from "../ui/copy-text"
import { useAct } from "../ui/act/use-act"

/** A link as it is copied. `amount` is formatted. */
interface Made {
  url: string
  amount: string
}

/** Makes a link by which the customer of an order pays what it owes, and copies it. */
export function PaymentLink({ orderId }: { orderId: string }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = useActionOn<{ payment_link: PaymentLinkView }, "payment-link">(
    `/admin/one2pays/orders/${orderId}`
  )
  const act = useAct()
  const [made, setMade] = useState<Made | null>(null)
  if (!useMay()("payment_collection:create")) {
    return null
  }
  const make = async () => {
    const { payment_link } = await action.mutateAsync({
      action: "payment-link",
    })
    const { url, path, amount } = payment_link
    const link = {
      // Without an address in the config, the dashboard talks to the server that it came from.
      url: url ?? new URL(path, window.location.origin).href,
      amount: formatBaht(amount, i18n.language),
    }
    setMade(link)
    return { amount: link.amount, isCopied: await copyText(link.url) }
  }
  return (
    <>
      {made && (
        <div data-testid="one2pays-payment-link">
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("orders.link.address", { amount: made.amount })}
          </Text>
          <span className="flex items-start gap-x-2">
            <code className="txt-compact-small min-w-0 break-all">
              {made.url}
            </code>
            <Copy
              content={made.url}
              variant="mini"
              aria-label={t("orders.link.copy")}
            />
          </span>
        </div>
      )}
      <Button
        className="relative self-end"
        size="small"
        variant="secondary"
        isLoading={action.isPending}
        onClick={() =>
          void act({
            run: make,
            done: ({ amount, isCopied }) =>
              t(isCopied ? "orders.link.copied" : "orders.link.made", {
                amount,
              }),
          })
        }
      >
        {t("orders.link.make")}
      </Button>
    </>
  )
}
