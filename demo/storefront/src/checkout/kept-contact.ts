import type { Contact } from "./contact"

const KEY = "contact"

/** What the customer has typed of the contact. In its tab, it outlives a reload and a log-in. */
export const readTyped = (): Partial<Contact> =>
  JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Contact>

export function keepTyped(typed: Partial<Contact>) {
  sessionStorage.setItem(KEY, JSON.stringify(typed))
}

/** Whoever buys next in this tab may be somebody else. */
export function forgetTyped() {
  sessionStorage.removeItem(KEY)
}
