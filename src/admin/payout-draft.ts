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

/** As Thai banks print a number of ten digits: 123-4-56789-0. Longer ones are left as they are. */
export function formatAccountNumber(digits: string): string {
  return digits.length > 10
    ? digits
    : [
        digits.slice(0, 3),
        digits.slice(3, 4),
        digits.slice(4, 9),
        digits.slice(9),
      ]
        .filter(Boolean)
        .join("-")
}
