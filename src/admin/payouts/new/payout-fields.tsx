import { Button, Drawer, Input } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { formatMoney } from "../../format/money"
import { readAmount } from "../../format/read-amount"
import { useBalance } from "../../money/use-balance"
import { isAboveAvailable } from "../../money/wallet"
import { AccountFields } from "../../ui/account/account-fields"
import { FormField } from "../../ui/account/form-field"
import { wrongFields, type DraftField, type PayoutDraft } from "../payout-draft"

/** The fields from the first to the last. */
const FIELDS = [
  "amount",
  "bank_code",
  "account_name",
  "account_number",
  "description",
] as const satisfies DraftField[]

/** The form of a payout. A wrong field is reported when staff leave it, and all of them on review. */
export function PayoutFields({
  typed,
  onChange,
  onReview,
}: {
  typed: PayoutDraft
  onChange: (typed: PayoutDraft) => void
  onReview: () => void
}) {
  const { t, i18n } = useTranslation("one2pays")
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set())
  const { balance, payout_banks = null } = useBalance().data ?? {}
  const amount = readAmount(typed.amount)
  const wrong = wrongFields({ ...typed, amount }, payout_banks)
  // The balance may be a minute old: the server decides, and the form only says what it sees.
  const isTooMuch = !wrong.has("amount") && isAboveAvailable(amount, balance)

  const set = (field: DraftField) => (value: string) =>
    onChange({ ...typed, [field]: value })

  const review = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const first = FIELDS.find((field) => wrong.has(field))
    if (first) {
      setLeft(new Set(FIELDS))
      const control = event.currentTarget.elements.namedItem(first)
      if (control instanceof HTMLElement) {
        control.focus()
      }
    } else {
      onReview()
    }
  }

  const about = (id: DraftField) => ({
    problem:
      left.has(id) && wrong.has(id) ? t(`payouts.form.wrong.${id}`) : undefined,
    onBlur: () => {
      if (typed[id]) {
        setLeft(new Set([...left, id]))
      }
    },
  })
  const field = (id: DraftField, label: string) => ({ id, label, ...about(id) })

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      // The form reports each problem below its field.
      noValidate
      onSubmit={review}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <FormField
          {...field("amount", t("payouts.form.amount"))}
          hint={
            balance
              ? {
                  text: t(
                    isTooMuch ? "payouts.form.tooMuch" : "payouts.form.left",
                    {
                      amount: formatMoney(
                        balance.available,
                        balance.currency_code,
                        i18n.language
                      ),
                    }
                  ),
                  isWarning: isTooMuch,
                }
              : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoFocus
              value={typed.amount}
              onChange={({ target }) => set("amount")(target.value)}
            />
          )}
        </FormField>
        <AccountFields
          typed={typed}
          taken={payout_banks}
          onChange={(id, value) => set(id)(value)}
          about={about}
        />
        <FormField {...field("description", t("payouts.form.description"))}>
          {(control) => (
            <Input
              {...control}
              maxLength={255}
              value={typed.description}
              onChange={({ target }) => set("description")(target.value)}
            />
          )}
        </FormField>
      </Drawer.Body>
      <Drawer.Footer>
        <Button type="submit" size="small">
          {t("payouts.form.review")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
