import { Button, Drawer, Input, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useActionOn } from "../client/action"
import { readAmount } from "../format/read-amount"
import { AccountFields } from "../ui/account/account-fields"
import { FormField } from "../ui/account/form-field"
import { useAct } from "../ui/act/use-act"
import { useStatus, type StatusView } from "./use-status"

const EMPTY = {
  amount: "10.00",
  bank_code: "",
  account_name: "",
  account_number: "",
}

/** Proves the unit by a small payment. The server names a field that is wrong. */
export function ProveUnit() {
  const { t } = useTranslation("one2pays")
  const [isOpen, setOpen] = useState(false)
  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("settings.unit.prove")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("settings.unit.prove")}</Drawer.Title>
        </Drawer.Header>
        {isOpen && <Fields onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Fields({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("one2pays")
  const [typed, setTyped] = useState(EMPTY)
  const action = useActionOn<Pick<StatusView, "unit">, "proofs">(
    "/admin/one2pays/unit"
  )
  const taken = useStatus().data?.options.banks ?? null
  const act = useAct()

  const prove = async (event: FormEvent) => {
    event.preventDefault()
    const body = { ...typed, amount: readAmount(typed.amount) }
    const isDone = await act({
      run: () => action.mutateAsync({ action: "proofs", body }),
      done: ({ unit }) =>
        t(
          unit.state === "proved"
            ? "settings.unit.proved"
            : "settings.unit.contradicted"
        ),
    })
    if (isDone) {
      onDone()
    }
  }

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => void prove(event)}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <Text size="small">{t("settings.unit.proveText")}</Text>
        <AccountFields
          taken={taken}
          typed={typed}
          onChange={(field, value) => setTyped({ ...typed, [field]: value })}
        />
        <FormField id="amount" label={t("settings.unit.amount")}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              value={typed.amount}
              onChange={({ target }) =>
                setTyped({ ...typed, amount: target.value })
              }
            />
          )}
        </FormField>
      </Drawer.Body>
      <Drawer.Footer>
        <Button type="submit" size="small" isLoading={action.isPending}>
          {t("settings.unit.prove")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
