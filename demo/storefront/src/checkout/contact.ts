import type { Customer } from "../shop/types"
import type { Texts } from "../texts/en"

/** Who buys, and where the parcel goes. */
export interface Contact {
  email: string
  first_name: string
  last_name: string
  phone: string
  address_1: string
  city: string
  province: string
  postal_code: string
}

export type ContactField = keyof Contact
export type ContactErrors = Partial<Record<ContactField, string>>

/** A demo is quicker to try with the address filled in. */
const DEMO_CONTACT: Contact = {
  email: "somchai@example.com",
  first_name: "Somchai",
  last_name: "Jaidee",
  phone: "0812345678",
  address_1: "99/9 Sukhumvit Road",
  city: "Khlong Toei",
  province: "Bangkok",
  postal_code: "10110",
}

export const contactOf = (customer: Customer | null): Contact => ({
  ...DEMO_CONTACT,
  ...(customer && {
    email: customer.email,
    first_name: customer.first_name ?? "",
    last_name: customer.last_name ?? "",
  }),
})

/** Nine digits of a house's telephone or ten of a mobile's, with or without the country's 66. */
const isThaiPhone = (phone: string) =>
  /^(0|\+?66)([2-57]\d{7}|[689]\d{8})$/.test(phone.replace(/[\s()-]/g, ""))

export function validateContact(contact: Contact, t: Texts): ContactErrors {
  const errors: ContactErrors = {}
  for (const field of Object.keys(contact) as ContactField[]) {
    if (!contact[field].trim()) {
      errors[field] = t.errors.required
    }
  }
  if (!errors.email && !/^\S+@\S+\.\S+$/.test(contact.email.trim())) {
    errors.email = t.errors.email
  }
  if (!errors.phone && !isThaiPhone(contact.phone)) {
    errors.phone = t.errors.phone
  }
  if (!errors.postal_code && !/^\d{5}$/.test(contact.postal_code.trim())) {
    errors.postal_code = t.errors.postalCode
  }
  return errors
}
