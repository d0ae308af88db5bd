import { PAYMENT_METHODS, type PaymentMethod } from "../../index"
import type { PayerFormValue } from "./payer-form-value"

const KEY = "one2pays.payer"

/** Longer than a reload and a log-in take. Another person may use the same tab later. */
const KEPT_FOR_MS = 30 * 60_000

/** The entries that outlive the page, in its tab and for a while. The account number is never among them. */
interface KeptEntries {
  /** When they were kept, by this device's clock. */
  at: number
  payment_method: PaymentMethod
  bank_code: string
  account_name: string
}

export function keepEntries({ payment_method, payer }: PayerFormValue): void {
  const { bank_code, account_name } = payer
  const kept: KeptEntries = {
    ...{ at: Date.now(), payment_method },
    ...{ bank_code, account_name },
  }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // The customer's browser keeps nothing, which is theirs to decide.
  }
}

/** The customer has paid: whoever buys next in this tab may be somebody else. */
export function forgetEntries(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
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
    const kept = Object(
      JSON.parse(sessionStorage.getItem(KEY) ?? "{}")
    ) as Partial<Record<keyof KeptEntries, unknown>>
    return Math.abs(Date.now() - Number(kept.at)) < KEPT_FOR_MS ? kept : {}
  } catch {
    return {}
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "")
