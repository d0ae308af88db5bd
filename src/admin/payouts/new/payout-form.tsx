import { Button, Drawer, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { errorText } from "../../client/error-text"
import { readAmount } from "../../format/read-amount"
import { UnsavedPrompt } from "../../ui/act/unsaved-prompt"
import { useDialog, type Dialog } from "../../ui/act/use-dialog"
import type { PayoutDraft } from "../payout-draft"
import { isConflict, useCreatePayout } from "../withdraws"
import { PayoutFields } from "./payout-fields"
import { PayoutSummary } from "./payout-summary"

const EMPTY: PayoutDraft = {
  amount: "",
  bank_code: "",
  account_name: "",
  account_number: "",
  description: "",
}

/** Asks for one payout. Staff fill it in, read it again, and send it once, however often they click. */
export function PayoutForm() {
  const { t } = useTranslation("one2pays")
  const dialog = useDialog()
  return (
    <>
      <Drawer open={dialog.isOpen} onOpenChange={dialog.onOpenChange}>
        <Drawer.Trigger asChild>
          <Button size="small" variant="secondary">
            {t("payouts.new")}
          </Button>
        </Drawer.Trigger>
        <Drawer.Content aria-describedby={undefined}>
          <Drawer.Header>
            <Drawer.Title>{t("payouts.new")}</Drawer.Title>
          </Drawer.Header>
          {dialog.isOpen && <NewPayout dialog={dialog} />}
        </Drawer.Content>
      </Drawer>
      <UnsavedPrompt dialog={dialog} />
    </>
  )
}

function NewPayout({ dialog: { hold, close } }: { dialog: Dialog }) {
  const { t } = useTranslation("one2pays")
  const [typed, setTyped] = useState(EMPTY)
  const [isReviewed, setReviewed] = useState(false)
  const create = useCreatePayout()
  const payout = { ...typed, amount: readAmount(typed.amount) }
  const isDirty = Object.values(typed).some(Boolean)

  useEffect(
    () => hold(create.isPending ? "request" : isDirty ? "entries" : "nothing"),
    [hold, create.isPending, isDirty]
  )

  const send = (reason?: string) =>
    create.mutateAsync(
      {
        ...payout,
        description: payout.description || undefined,
        confirm_duplicates: reason,
      },
      {
        onSuccess: () => {
          toast.success(t("payouts.form.created"))
          close()
        },
        onError: (error) => {
          if (!isConflict(error)) {
            toast.error(errorText(error, t))
          }
        },
      }
    )

  return isReviewed ? (
    <PayoutSummary
      payout={payout}
      isSending={create.isPending}
      conflict={isConflict(create.error) ? errorText(create.error, t) : null}
      onBack={() => {
        create.reset()
        setReviewed(false)
      }}
      onConfirm={send}
    />
  ) : (
    <PayoutFields
      typed={typed}
      onChange={setTyped}
      onReview={() => setReviewed(true)}
    />
  )
}
