import { PAYMENT_METHODS, type PaymentMethod } from "../../index"
import type { PayerFormValue } from "./payer-form-value"

const KEY = "one2pays.payer"

/** The entries that outlive the page, until its tab is closed. The account number is never among them. */
interface KeptEntries {
  payment_method: PaymentMethod
  bank_code: string
  account_name: string
}

export function keepEntries({ payment_method, payer }: PayerFormValue): void {
  const { bank_code, account_name } = payer
  const kept: KeptEntries = { payment_method, bank_code, account_name }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // The customer's browser keeps nothing, which is theirs to decide.
  }
}

/** Fills in what was kept, where the form still has nothing. @param initial the shop's own entries, which stay */
export function withKeptEntries(
  value: PayerFormValue,
  initial: Partial<PayerFormValue> = {}
): PayerFormValue {
  const { payment_method, bank_code, account_name } = readEntries()
  const { payer } = value
  return {
    ...value,
    payment_method:
      initial.payment_method ??
      PAYMENT_METHODS.find((method) => method === payment_method) ??
      value.payment_method,
    payer: {
      ...payer,
      bank_code: payer.bank_code || textOf(bank_code),
      account_name: payer.account_name || textOf(account_name),
    },
  }
}

/** Anything may stand in the storage: a script of the shop's, or an older version of this one, has written it. */
function readEntries(): Partial<Record<keyof KeptEntries, unknown>> {
  try {
    return Object(JSON.parse(sessionStorage.getItem(KEY) ?? "{}")) as object
  } catch {
    return {}
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "")
