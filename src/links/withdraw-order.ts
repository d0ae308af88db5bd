import { defineLink } from "@medusajs/framework/utils"
import { LINKABLE_ORDER, LINKABLE_WITHDRAW } from "../modules/one2pays/linkable"

/**
 * `one2pays_withdraw.order`, of a refund. There is no list at the order: Query reads two lists of one module that have
 * the same key as one, and would show payments among the payouts.
 */
export default defineLink(
  { linkable: LINKABLE_WITHDRAW, field: "order_id" },
  LINKABLE_ORDER,
  { readOnly: true }
)
