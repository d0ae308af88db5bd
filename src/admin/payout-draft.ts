/** A payout as somebody types it; the account number is digits only. */
export interface PayoutDraft {
  amount: string
  bank_code: string
  account_name: string
  account_number: string
  description: string
}

export type DraftField = keyof PayoutDraft

/** What the server would refuse, told before it is asked. */
export function wrongFields(draft: PayoutDraft): Set<DraftField> {
  const wrong = new Set<DraftField>()
  if (
    !/^\d{1,12}(\.\d{1,2})?$/.test(draft.amount) ||
    !/[1-9]/.test(draft.amount)
  ) {
    wrong.add("amount")
  }
  if (!/^\d{3}$/.test(draft.bank_code)) {
    wrong.add("bank_code")
  }
  if (!/\p{L}/u.test(draft.account_name) || draft.account_name.length > 100) {
    wrong.add("account_name")
  }
  if (!/^\d{10,15}$/.test(draft.account_number)) {
    wrong.add("account_number")
  }
  if (draft.description.length > 255) {
    wrong.add("description")
  }
  return wrong
}
