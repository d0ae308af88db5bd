import { wrongForAnyBank } from "../../storefront/payer"

/** A payout as staff type it. The account number has no spaces and dashes. */
export interface PayoutDraft {
  amount: string
  bank_code: string
  account_name: string
  account_number: string
  description: string
}

export type DraftField = keyof PayoutDraft

/**
 * The fields that the server would refuse, found before the form asks it.
 *
 * @param taken the codes of the banks that the shop pays out to; null for all
 */
export function wrongFields(
  draft: PayoutDraft,
  taken: readonly string[] | null
): Set<DraftField> {
  const wrong = new Set<DraftField>(wrongForAnyBank(draft))
  if (taken?.includes(draft.bank_code) === false) {
    wrong.add("bank_code")
  }
  if (
    !/^\d{1,12}(\.\d{1,2})?$/.test(draft.amount) ||
    !/[1-9]/.test(draft.amount)
  ) {
    wrong.add("amount")
  }
  if (draft.description.length > 255 || /[\0\p{Cs}]/u.test(draft.description)) {
    wrong.add("description")
  }
  return wrong
}
