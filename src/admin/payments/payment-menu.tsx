import { ArrowPath, EllipsisHorizontal, Link, XCircle } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMay } from "../client/rights"
import { formatBaht } from "../format/money"
import { copyText } from "../ui/copy-text"
import { useAct } from "../ui/act/use-act"
import { canceledText } from "./payment-state"
import { usePaymentAction, type Payment } from "./payments"

/** The actions on a payment. */
export function PaymentMenu({ payment }: { payment: Payment }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = usePaymentAction(payment.id)
  const act = useAct()
  const canUpdate = useMay()("one2pays_payment:update")
  const { payment_url: url } = payment
  const copy = async (text: string) => {
    if (await copyText(text)) {
      toast.success(t("common.copied"))
    } else {
      // Staff can copy it by hand.
      toast.info(text)
    }
  }
  const isOpen = payment.state === "open" || payment.state === "creating"

  if (!canUpdate && !url) {
    // A menu without an entry would only puzzle.
    return null
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          // See RefreshButton.
          className="relative"
          size="small"
          variant="transparent"
          aria-label={t("common.actions")}
          isLoading={action.isPending}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        {canUpdate && (
          <DropdownMenu.Item
            className="gap-x-2"
            onClick={() =>
              void act({ run: () => action.mutateAsync({ action: "check" }) })
            }
          >
            <ArrowPath className="text-ui-fg-subtle" />
            {t("payments.check")}
          </DropdownMenu.Item>
        )}
        {url && (
          <DropdownMenu.Item className="gap-x-2" onClick={() => void copy(url)}>
            <Link className="text-ui-fg-subtle" />
            {t("payments.copyLink")}
          </DropdownMenu.Item>
        )}
        {canUpdate && isOpen && !payment.cancel_requested_at && (
          <DropdownMenu.Item
            className="gap-x-2"
            onClick={() =>
              void act({
                sure: t("payments.sure.cancel", {
                  amount: formatBaht(payment.amount, i18n.language),
                }),
                yes: t("payments.cancel"),
                stops: true,
                run: () => action.mutateAsync({ action: "cancel" }),
                done: ({ payment: answered = payment }) =>
                  t(canceledText(answered)),
              })
            }
          >
            <XCircle className="text-ui-fg-subtle" />
            {t("payments.cancel")}
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
