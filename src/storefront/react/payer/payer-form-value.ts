import {
  validatePayer,
  type PayerErrors,
  type PaymentChoice,
  type SavedPayer,
  type SavedPaymentChoice,
} from "../../index"

/** The customer's entries so far. */
export interface PayerFormValue extends PaymentChoice {
  /** Id of a remembered account, or null for another one, which the customer types. Undefined means the first. */
  saved_payer?: string | null
}

/** The chosen account among the remembered ones. The first replaces one that has been forgotten. */
export const chosenAccount = (
  { saved_payer }: PayerFormValue,
  payers: readonly SavedPayer[]
): SavedPayer | undefined =>
  saved_payer === null
    ? undefined
    : (payers.find(({ id }) => id === saved_payer) ?? payers[0])

/** The choice, cleaned and without other fields, or the errors that the customer has to correct first. */
export function readChoice(
  value: PayerFormValue,
  {
    payers,
    canRemember,
  }: { payers: readonly SavedPayer[]; canRemember: boolean },
  locale: string
):
  | {
      ok: true
      choice: PaymentChoice | SavedPaymentChoice
      /** A doubt about the account number. */
      question?: string
    }
  | { ok: false; errors: PayerErrors } {
  const { payment_method, save_payer } = value
  const account = chosenAccount(value, payers)
  if (account) {
    return { ok: true, choice: { payment_method, saved_payer: account.id } }
  }
  const checked = validatePayer(value.payer, locale)
  if (!checked.ok) {
    return checked
  }
  const choice: PaymentChoice = { payment_method, payer: checked.value }
  return {
    ok: true,
    choice: canRemember && save_payer ? { ...choice, save_payer } : choice,
    question: checked.question,
  }
}
