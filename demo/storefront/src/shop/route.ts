import { useEffect, useState } from "react"

export type Route =
  | { page: "products" }
  | { page: "cart" }
  | { page: "checkout" }
  | { page: "account" }
  | { page: "order"; id: string }
  | { page: "payment-collection"; id: string; orderId: string }

/** Pages live behind the `#`, so that any plain file server can serve them. */
export const linkTo = {
  products: "#/",
  cart: "#/cart",
  checkout: "#/checkout",
  account: "#/account",
  order: (id: string) => `#/order/${id}`,
}

export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash)
  useEffect(() => {
    const follow = () => setHash(window.location.hash)
    window.addEventListener("hashchange", follow)
    return () => window.removeEventListener("hashchange", follow)
  }, [])
  return parse(hash)
}

function parse(hash: string): Route {
  const [path = "", query] = hash.replace(/^#\/?/, "").split("?")
  const [page, id] = path.split("/")
  // The address of the link that the dashboard copies.
  if (page === "payment-collection" && id) {
    const orderId = new URLSearchParams(query).get("order_id") ?? ""
    return { page, id, orderId }
  }
  if (page === "order" && id) {
    return { page, id }
  }
  return page === "cart" || page === "checkout" || page === "account"
    ? { page }
    : { page: "products" }
}
