import { forgetEntries, keepEntries, withKeptEntries } from "../kept-entries"
import type { PayerFormValue } from "../payer-form-value"

const EMPTY: PayerFormValue = {
  payment_method: "promptpay",
  payer: { account_name: "", account_number: "", bank_code: "" },
}
const TYPED: PayerFormValue = {
  payment_method: "bank_transfer",
  payer: {
    account_name: "สมชาย",
    account_number: "1234567890",
    bank_code: "004",
  },
  save_payer: true,
}

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  Object.assign(globalThis, {
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
  })
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, "sessionStorage")
})

it("keeps method, bank and name, and neither the number nor the consent", () => {
  keepEntries(TYPED)
  expect([...stored.values()].join()).not.toContain("1234567890")
  expect(withKeptEntries(EMPTY)).toEqual({
    ...EMPTY,
    payment_method: "bank_transfer",
    payer: { account_name: "สมชาย", account_number: "", bank_code: "004" },
  })
})

it("forgets what was kept half an hour ago, and when the customer has paid", () => {
  jest.useFakeTimers()
  try {
    keepEntries(TYPED)
    jest.advanceTimersByTime(31 * 60_000)
    expect(withKeptEntries(EMPTY)).toEqual(EMPTY)
    keepEntries(TYPED)
    forgetEntries()
    expect(withKeptEntries(EMPTY)).toEqual(EMPTY)
  } finally {
    jest.useRealTimers()
  }
})

it("replaces nothing that the form has already", () => {
  keepEntries(TYPED)
  const value = { ...EMPTY, payer: { ...EMPTY.payer, bank_code: "014" } }
  expect(withKeptEntries(value, { payment_method: "promptpay" })).toEqual({
    payment_method: "promptpay",
    payer: { account_name: "สมชาย", account_number: "", bank_code: "014" },
  })
})

it.each([
  "no JSON",
  "null",
  "7",
  `{"at":${Date.now()},"payment_method":"card","bank_code":4,"account_name":{}}`,
])("takes nothing from %s", (text) => {
  stored.set("one2pays.payer", text)
  expect(withKeptEntries(EMPTY)).toEqual(EMPTY)
})

it("goes on where the browser keeps nothing", () => {
  Reflect.deleteProperty(globalThis, "sessionStorage")
  keepEntries(TYPED)
  expect(withKeptEntries(EMPTY)).toEqual(EMPTY)
})
