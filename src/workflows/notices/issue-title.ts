import type { MedusaContainer } from "@medusajs/framework/types"
import {
  inAllLanguages,
  staffMessage,
  type LocalizedText,
} from "../../messages"
import { readOrderNames } from "../../modules/one2pays/core/order-names"
import { queryOf } from "../../modules/one2pays/core/query"

/** Names what needs a person as staff know it: by the number of its order, or else by its reference. */
export async function issueTitle(
  container: MedusaContainer,
  kind: "payment" | "payout" | "refund",
  {
    id,
    order_id,
    reference_id,
  }: { id: string; order_id: string | null; reference_id: string | null }
): Promise<LocalizedText> {
  const orders = await readOrderNames(queryOf(container), [order_id])
  const number = orders.get(order_id ?? "")?.display_id
  return inAllLanguages(
    number
      ? staffMessage(`${kind}_of_order_notice_title`, { order: String(number) })
      : staffMessage(`${kind}_notice_title`, { reference: reference_id ?? id })
  )
}
