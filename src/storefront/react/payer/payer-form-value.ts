import {
  validatePayer,
  type PayerErrors,
  type PaymentChoice,
  type SavedPayer,
  type SavedPaymentChoice,
} from "../../index"

/** What the customer has chosen and typed so far. */
export interface PayerFormValue extends PaymentChoice {
  /** Id of a remembered account; null for another one, which is typed into the fields. Undecided, it is the first. */
  saved_payer?: string | null
}

/** The remembered account that is chosen. One that has been forgotten gives way to the first. */
export const chosenAccount = (
  { saved_payer }: PayerFormValue,
  payers: readonly SavedPayer[]
): SavedPayer | undefined =>
  saved_payer === null
    ? undefined
    : (payers.find(({ id }) => id === saved_payer) ?? payers[0])

/** The choice, cleaned and nothing else in it, or what has to be corrected first. */
export function readChoice(
  value: PayerFormValue,
  {
    payers,
    canRemember,
  }: { payers: readonly SavedPayer[]; canRemember: boolean },
  locale: string
):
  | { ok: true; choice: PaymentChoice | SavedPaymentChoice }
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
  }
}
