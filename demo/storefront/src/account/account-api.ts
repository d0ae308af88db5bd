import type Medusa from "@medusajs/js-sdk"
import { FetchError } from "@medusajs/js-sdk"
import type { Customer } from "../shop/types"

export interface Credentials {
  email: string
  password: string
}

export interface NewCustomer extends Credentials {
  first_name: string
  last_name: string
}

/** Whoever logged in on an earlier visit, null for a guest. The SDK keeps the token in the browser's storage. */
export async function openSession(sdk: Medusa): Promise<Customer | null> {
  if (!(await sdk.client.getToken())) {
    return null
  }
  try {
    return await readCustomer(sdk)
  } catch (error) {
    if (!isRefused(error)) {
      throw error
    }
    // Too old, or of a log-in that was broken off.
    await sdk.auth.logout()
    return null
  }
}

export async function logIn(
  sdk: Medusa,
  { email, password }: Credentials
): Promise<Customer> {
  const token = await sdk.auth.login("customer", "emailpass", {
    email,
    password,
  })
  if (typeof token !== "string") {
    throw new Error("This shop logs in by e-mail and password alone.")
  }
  return readCustomer(sdk)
}

export async function register(
  sdk: Medusa,
  { password, ...customer }: NewCustomer
): Promise<Customer> {
  const credentials = { email: customer.email, password }
  await sdk.auth.register("customer", "emailpass", credentials)
  await sdk.store.customer.create(customer)
  // The first token is for the registration alone.
  return logIn(sdk, credentials)
}

/** A wrong password; at a registration, an e-mail address that has an account. */
export const isRefused = (error: unknown): boolean =>
  error instanceof FetchError && error.status === 401

async function readCustomer(sdk: Medusa): Promise<Customer> {
  const { customer } = await sdk.store.customer.retrieve()
  return customer
}
