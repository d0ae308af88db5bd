import { Button, Drawer, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { AccountFields } from "../ui/account/account-fields"
import { useAct } from "../ui/act/use-act"
import { useStatus } from "./use-status"
import type { CheckPayer, useBeginCheck } from "./use-account-check"

const EMPTY: CheckPayer = {
  bank_code: "",
  account_name: "",
  account_number: "",
}

interface Props {
  begin: ReturnType<typeof useBeginCheck>
  disabled: boolean
}

/** Confirms that the check may create a payment, and asks for the payer's account that One2Pays wants. */
export function CheckWithPayment({ begin, disabled }: Props) {
  const { t } = useTranslation("one2pays")
  const [isOpen, setOpen] = useState(false)
  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary" disabled={disabled}>
          {t("settings.account.withPayment")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("settings.account.withPayment")}</Drawer.Title>
        </Drawer.Header>
        {isOpen && <Fields begin={begin} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Fields({
  begin,
  onDone,
}: Pick<Props, "begin"> & { onDone: () => void }) {
  const { t } = useTranslation("one2pays")
  const [payer, setPayer] = useState(EMPTY)
  const taken = useStatus().data?.options.banks ?? null
  const act = useAct()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isDone = await act({
      sure: t("settings.account.sure"),
      run: () => begin.mutateAsync(payer),
      done: t("settings.account.begun"),
    })
    if (isDone) {
      onDone()
    }
  }

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => void submit(event)}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <Text size="small">{t("settings.account.withPaymentText")}</Text>
        <AccountFields
          taken={taken}
          typed={payer}
          onChange={(field, value) => setPayer({ ...payer, [field]: value })}
        />
      </Drawer.Body>
      <Drawer.Footer>
        <Button type="submit" size="small" isLoading={begin.isPending}>
          {t("settings.account.begin")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
