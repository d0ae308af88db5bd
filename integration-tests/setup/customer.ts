import { Buyer, type Answer, type Api } from "./buyer"
import type { Shop } from "./shop"

/** A customer who has an account at the shop, and is logged in. */
export interface Customer {
  id: string
  /** The browser that carries the customer's token. */
  buyer: Buyer
  payers(): Promise<Answer>
  deletePayer(id: string): Promise<Answer>
}

/** Registers and logs in as a storefront does. */
export async function registerCustomer(
  api: Api,
  shop: Shop,
  email: string
): Promise<Customer> {
  const visitor = new Buyer(api, shop)
  const credentials = { email, password: "correct horse battery staple" }
  const registered = await visitor.post(
    "/auth/customer/emailpass/register",
    credentials
  )
  const created = await visitor.post(
    "/store/customers",
    { email },
    bearer(registered.data.token)
  )
  const { id } = created.data.customer as { id: string }
  const login = await visitor.post("/auth/customer/emailpass", credentials)
  const headers = bearer(login.data.token)
  return {
    id,
    buyer: new Buyer(api, shop, undefined, headers),
    payers: () => visitor.get("/store/one2pays/payers", headers),
    deletePayer: (payerId) =>
      api.delete(`/store/one2pays/payers/${payerId}`, {
        validateStatus: () => true,
        headers: { "x-publishable-api-key": shop.publishableKey, ...headers },
      }),
  }
}

const bearer = (token: unknown) => ({
  authorization: `Bearer ${String(token)}`,
})
