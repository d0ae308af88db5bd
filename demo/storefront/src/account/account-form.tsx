import { useRef, useState, type FormEvent } from "react"
import { TextField } from "../checkout/field"
import { describeShopError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import type { Texts } from "../texts/en"
import { isRefused, type NewCustomer } from "./account-api"
import { useAccount } from "./account-context"

type Field = keyof NewCustomer
type Sending = "idle" | "sending" | { error: string }

const NOBODY: NewCustomer = {
  email: "",
  password: "",
  first_name: "",
  last_name: "",
}

/** Logs a customer in, or registers one that is new. */
export function AccountForm({ isNew }: { isNew: boolean }) {
  const { locale, t } = useLocale()
  const { logIn, register } = useAccount()
  const [typed, setTyped] = useState(NOBODY)
  const [showErrors, setShowErrors] = useState(false)
  const [sending, setSending] = useState<Sending>("idle")
  const form = useRef<HTMLFormElement>(null)
  const errors = validate(typed, isNew, t)

  async function send(event: FormEvent) {
    event.preventDefault()
    setShowErrors(true)
    if (Object.keys(errors).length) {
      const [wrong] = Object.keys(errors)
      form.current
        ?.querySelector<HTMLElement>(`[data-testid="account-${wrong}"]`)
        ?.focus()
      return
    }
    if (sending === "sending") return
    setSending("sending")
    try {
      await (isNew ? register(typed) : logIn(typed))
    } catch (failure) {
      setSending({ error: describe(failure) })
    }
  }

  function describe(failure: unknown) {
    if (isRefused(failure)) {
      return isNew ? t.account.taken : t.account.wrong
    }
    return describeShopError(failure, locale)
  }

  const field = (
    name: Field,
    autoComplete: string,
    type: "text" | "email" | "password" = "text"
  ) => (
    <TextField
      type={type}
      autoComplete={autoComplete}
      label={name === "password" ? t.account.password : t.contact[name]}
      value={typed[name]}
      error={errors[name]}
      showError={showErrors}
      testId={`account-${name}`}
      onValue={(value) => setTyped({ ...typed, [name]: value })}
    />
  )

  return (
    <form
      className="card account"
      ref={form}
      noValidate
      onSubmit={(event) => void send(event)}
    >
      {isNew && field("first_name", "given-name")}
      {isNew && field("last_name", "family-name")}
      {field("email", "email", "email")}
      {field(
        "password",
        isNew ? "new-password" : "current-password",
        "password"
      )}
      {typeof sending === "object" && (
        <p className="alert" role="alert" data-testid="account-error">
          {sending.error}
        </p>
      )}
      <button
        type="submit"
        className="button button--primary"
        aria-disabled={sending === "sending"}
        data-testid="account-send"
      >
        {isNew ? t.account.register : t.account.logIn}
      </button>
    </form>
  )
}

function validate(
  typed: NewCustomer,
  isNew: boolean,
  t: Texts
): Partial<Record<Field, string>> {
  const needed: Field[] = isNew
    ? ["first_name", "last_name", "email", "password"]
    : ["email", "password"]
  const errors: Partial<Record<Field, string>> = {}
  for (const name of needed) {
    if (!typed[name].trim()) {
      errors[name] = t.errors.required
    } else if (name === "email" && !/^\S+@\S+\.\S+$/.test(typed.email.trim())) {
      errors.email = t.errors.email
    }
  }
  return errors
}
