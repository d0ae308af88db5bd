import type { SavedPayer } from "../../../index"
import { readChoice, type PayerFormValue } from "../payer-form-value"

const SAVED: SavedPayer = {
  id: "o2psp_1",
  bank_code: "004",
  last4: "7890",
  last_used_at: "2026-11-21T08:12:45.120Z",
}
const TYPED: PayerFormValue = {
  payment_method: "promptpay",
  payer: {
    account_name: " สมชาย  ใจดี ",
    account_number: "123-4-56789-0",
    bank_code: "004",
  },
  save_payer: true,
}
const PAYER = {
  account_name: "สมชาย ใจดี",
  account_number: "1234567890",
  bank_code: "004",
}

const read = (
  value: PayerFormValue,
  offer: { payers?: SavedPayer[]; canRemember?: boolean } = {}
) => readChoice(value, { payers: [], canRemember: true, ...offer }, "en")

it("a remembered account is sent by its id alone, whatever was typed before", () => {
  const choice = { payment_method: "promptpay", saved_payer: SAVED.id }
  expect(read(TYPED, { payers: [SAVED] })).toEqual({ ok: true, choice })
})

it("another account is sent cleaned, with the consent that was given", () => {
  expect(read({ ...TYPED, saved_payer: null }, { payers: [SAVED] })).toEqual({
    ok: true,
    choice: { payment_method: "promptpay", payer: PAYER, save_payer: true },
  })
})

it.each([
  ["without consent", { save_payer: false }, true],
  ["for a guest, who cannot consent any more after a log-out", {}, false],
])("nothing asks to remember it %s", (_when, change, canRemember) => {
  expect(read({ ...TYPED, ...change }, { canRemember })).toEqual({
    ok: true,
    choice: { payment_method: "promptpay", payer: PAYER },
  })
})

it("an account that was forgotten is not sent", () => {
  const sent = read({ ...TYPED, saved_payer: SAVED.id })
  expect(sent).toMatchObject({ ok: true, choice: { payer: PAYER } })
})

it("says what is wrong with what was typed", () => {
  const payer = { ...PAYER, account_number: "12" }
  expect(read({ ...TYPED, payer })).toEqual({
    ok: false,
    errors: {
      account_number:
        "The account number is too short by 8. Please enter 10 digits.",
    },
  })
})
