import { FilterAddress } from "../../ui/list/filter-address"
import type { UrlState } from "../../ui/use-url-state"

export const payoutFilters = new FilterAddress(["state", "kind"], {
  created_at: {
    address: ["from", "to"],
    query: ["created_from", "created_to"],
  },
})

/** What the address asks for, in the form of the server. */
export function toQuery(
  url: Pick<UrlState, "get" | "getAll" | "has">
): Record<string, string | string[]> {
  const batch_id = url.get("batch_id")
  return {
    ...payoutFilters.toQuery(url),
    ...(url.get("approvable") ? { approvable: "true" } : {}),
    ...(batch_id ? { batch_id } : {}),
  }
}
