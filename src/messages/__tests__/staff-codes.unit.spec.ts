import { isPublicErrorCode, PUBLIC_ERRORS } from "../texts/public-errors"
import {
  CODED_TEXTS,
  isStaffCode,
  STAFF_CODES,
  staffCodeOf,
  type CodedKey,
  type StaffCode,
} from "../staff-codes"

/** The codes and statuses that an admin's front end may branch on. */
const EXPECTED: Record<StaffCode, [status: number, ...texts: CodedKey[]]> = {
  one2pays_own_request: [403, "own_request", "own_reading"],
  one2pays_person_unknown: [403, "person_unknown"],
  one2pays_wrong_state: [
    409,
    "not_waiting",
    "leaving_now",
    "not_cancelable",
    "no_open_issue",
    "issue_closed",
    "being_paid_back",
    "belongs_to_order",
    "no_surplus",
    "nothing_owed",
    "nothing_to_pay_back",
    "no_money_came",
    "order_owes_nothing",
    "order_has_money",
    "foreign_reference",
  ],
  one2pays_unit_contradicted: [409, "unit_contradicted"],
  one2pays_unit_undecided: [409, "unit_undecided"],
  one2pays_account_check_running: [409, "account_check_running"],
  one2pays_unit_changed: [409, "unit_changed"],
  one2pays_in_progress: [409, "withdraw_in_progress", "payment_in_progress"],
  one2pays_idempotency_key_reused: [409, "key_reused"],
  one2pays_duplicate_payout: [409, "same_payout", "same_row", "same_file"],
  one2pays_max_amount: [400, "max_amount"],
  one2pays_daily_limit: [400, "daily_limit"],
  one2pays_balance: [400, "balance"],
  one2pays_unavailable: [503, "balance_unknown"],
  one2pays_account_erased: [400, "account_erased"],
  one2pays_refund_unsupported: [400, "refunds_off"],
  one2pays_refund_too_large: [400, "refund_too_large"],
  one2pays_currency_unsupported: [400, "foreign_currency"],
  one2pays_already_paid: [409, "payment_not_cancelable"],
  one2pays_misconfigured: [500, "account_sealed"],
}

const CODES = Object.keys(STAFF_CODES) as StaffCode[]

it.each(CODES)("%s has its status and its texts", (code) => {
  const [status, ...texts] = EXPECTED[code]
  expect(STAFF_CODES[code].status).toBe(status)
  expect(Object.keys(STAFF_CODES[code].texts)).toEqual(texts)
  for (const key of texts) {
    expect(staffCodeOf(key)).toBe(code)
  }
})

it("every text stands under one code", () => {
  const keys = CODES.flatMap((code) => Object.keys(STAFF_CODES[code].texts))
  expect(new Set(keys).size).toBe(keys.length)
  expect(Object.keys(CODED_TEXTS).sort()).toEqual(keys.sort())
})

it("a code that customers meet, too, has one status", () => {
  const shared = CODES.flatMap((code) =>
    isPublicErrorCode(code)
      ? [[STAFF_CODES[code].status, PUBLIC_ERRORS[code].status]]
      : []
  )
  expect(shared).not.toEqual([])
  for (const [ofStaff, ofCustomers] of shared) {
    expect(ofStaff).toBe(ofCustomers)
  }
})

it.each(["", "one2pays_busy", "toString", "__proto__", null, 409, {}])(
  "%p is no code of the table",
  (code) => {
    expect(isStaffCode(code)).toBe(false)
  }
)
