import { keepEntries, recallEntries } from "../kept-entries"

const PAYER = {
  account_name: "สมชาย ใจดี",
  account_number: "1234567890",
  bank_code: "004",
}

/** A tab's own storage, as a browser has it. */
function openTab(): Map<string, string> {
  const kept = new Map<string, string>()
  Object.assign(globalThis, {
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  })
  return kept
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "sessionStorage")
})

it("keeps the name for the tab, and never the number", () => {
  const kept = openTab()
  expect(recallEntries()).toBeUndefined()
  keepEntries(PAYER)
  expect(recallEntries()).toEqual({ account_name: PAYER.account_name })
  expect(JSON.stringify([...kept])).not.toMatch(/1234567890|004/)
})

it.each(["null", "{}", "7", "not JSON", '{"account_name":1}'])(
  "recalls nothing of %s, which another script has left there",
  (left) => {
    openTab().set("one2pays_payer", left)
    expect(recallEntries()).toBeUndefined()
  }
)

it("does without a storage, as in a browser that forbids it", () => {
  keepEntries(PAYER)
  expect(recallEntries()).toBeUndefined()
})
