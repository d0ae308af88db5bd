import axios from "axios"
import type { Answer } from "../setup/buyer"
import type { openShop } from "../setup/open-shop"
import { orderActs, type OrderActs } from "../setup/order-acts"
import type { OpenShop } from "./instance"

/** One that can be asked again and again, of any process. */
export type Ask = <T>(send: () => Promise<T>) => Promise<T>

/** A secret API key, as the shop's ERP has one. */
class Key {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly ask: Ask
  ) {}

  get = (path: string) => this.send("get", path)
  delete = (path: string) => this.send("delete", path)
  post = (path: string, data: unknown = {}) => this.send("post", path, data)

  private send(method: string, path: string, data?: unknown): Promise<Answer> {
    return this.ask(() =>
      axios.request({
        method,
        url: `${this.url}${path}`,
        data,
        auth: { username: this.token, password: "" },
        validateStatus: () => true,
      })
    )
  }
}

/**
 * Staff who change orders while the storm blows, at one instance that lives through it: an act of several requests is not
 * done by halves.
 */
export function staffAt(
  url: string,
  { shop, variants, key }: OpenShop,
  ask: Ask
): OrderActs {
  const admin = new Key(url, key, ask)
  return orderActs({
    ...shop,
    admin,
    variant: { id: variants[0] },
    readOrder: async (id: string) => {
      const fields = "id,total,*payment_collections"
      const { data } = await admin.get(`/admin/orders/${id}?fields=${fields}`)
      return data.order
    },
    // The acts of a storm need no more of a shop.
  } as unknown as ReturnType<typeof openShop>)
}
