import {
  Button,
  Drawer,
  Hint,
  Input,
  Label,
  Select,
  Text,
  toast,
} from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { formatBaht } from "../format"
import { useCreatePayout } from "../payouts"
import { useBalance } from "../use-balance"
import { bankName, BANKS } from "../banks"
import {
  formatAccountNumber,
  wrongFields,
  type DraftField,
  type PayoutDraft,
} from "../payout-draft"

const EMPTY: PayoutDraft = {
  amount: "",
  bank_code: "",
  account_name: "",
  account_number: "",
  description: "",
}

/** Asks for a payout: filled in, looked over, and sent once, however often it is clicked. */
export function PayoutForm() {
  const { t } = useTranslation("one2pays")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("payouts.new")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("payouts.new")}</Drawer.Title>
        </Drawer.Header>
        {open && <Fields onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Fields({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation("one2pays")
  const [draft, setDraft] = useState(EMPTY)
  const [isReviewed, setReviewed] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set())
  const [isTried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const create = useCreatePayout()
  const balance = useBalance().data?.balance
  const wrong = wrongFields(draft)
  // A balance may be a minute old: the server decides, and the form only says what it sees.
  const isTooMuch =
    balance !== undefined &&
    balance !== null &&
    !wrong.has("amount") &&
    Number(draft.amount) > balance.wallet

  const set = (field: keyof PayoutDraft) => (value: string) =>
    setDraft({ ...draft, [field]: value })

  const review = () => {
    setTried(true)
    setReviewed(wrong.size === 0)
  }
  const send = async () => {
    await create.mutateAsync(
      {
        ...draft,
        description: draft.description || undefined,
        idempotency_key: key,
      },
      {
        onSuccess: () => {
          toast.success(t("payouts.form.created"))
          onDone()
        },
        onError: (error) => toast.error(error.message),
      }
    )
  }
  const field = (name: DraftField, label: string, input: ReactNode) => (
    <div
      className="flex flex-col gap-y-2"
      onBlur={() => draft[name] && setLeft(new Set([...left, name]))}
    >
      <Label size="small" weight="plus" htmlFor={name}>
        {label}
      </Label>
      {input}
      {(isTried || left.has(name)) && wrong.has(name) && (
        <Hint variant="error">{t(`payouts.form.wrong.${name}`)}</Hint>
      )}
    </div>
  )

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReviewed) {
          void send().catch(() => undefined)
        } else {
          review()
        }
      }}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        {isReviewed ? (
          <>
            <Text weight="plus" data-testid="one2pays-summary">
              {t("payouts.form.summary", {
                amount: formatBaht(Number(draft.amount), i18n.language),
                name: draft.account_name,
                bank: bankName(draft.bank_code, i18n.language),
                number: formatAccountNumber(draft.account_number),
              })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {t("payouts.form.again")}
            </Text>
          </>
        ) : (
          <>
            {field(
              "amount",
              t("payouts.form.amount"),
              <>
                <Input
                  id="amount"
                  inputMode="decimal"
                  autoFocus
                  value={draft.amount}
                  onChange={(event) => set("amount")(event.target.value.trim())}
                />
                {balance && (
                  <Hint variant={isTooMuch ? "error" : "info"}>
                    {t(
                      isTooMuch ? "payouts.form.tooMuch" : "payouts.form.left",
                      { amount: formatBaht(balance.wallet, i18n.language) }
                    )}
                  </Hint>
                )}
              </>
            )}
            {field(
              "bank_code",
              t("payouts.form.bank"),
              <Select value={draft.bank_code} onValueChange={set("bank_code")}>
                <Select.Trigger id="bank_code">
                  <Select.Value placeholder={t("payouts.form.chooseBank")} />
                </Select.Trigger>
                <Select.Content>
                  {BANKS.map(({ code }) => (
                    <Select.Item key={code} value={code}>
                      {bankName(code, i18n.language)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            )}
            {field(
              "account_name",
              t("payouts.form.accountName"),
              <Input
                id="account_name"
                maxLength={100}
                value={draft.account_name}
                onChange={(event) => set("account_name")(event.target.value)}
              />
            )}
            {field(
              "account_number",
              t("payouts.form.accountNumber"),
              <Input
                id="account_number"
                inputMode="numeric"
                autoComplete="off"
                value={formatAccountNumber(draft.account_number)}
                onChange={(event) =>
                  set("account_number")(event.target.value.replace(/\D/g, ""))
                }
              />
            )}
            <div className="flex flex-col gap-y-2">
              <Label size="small" weight="plus" htmlFor="description">
                {t("payouts.form.description")}
              </Label>
              <Input
                id="description"
                maxLength={255}
                value={draft.description}
                onChange={(event) => set("description")(event.target.value)}
              />
            </div>
          </>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        {isReviewed && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => setReviewed(false)}
          >
            {t("payouts.form.back")}
          </Button>
        )}
        <Button type="submit" size="small" isLoading={create.isPending}>
          {t(isReviewed ? "payouts.form.confirm" : "payouts.form.review")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
