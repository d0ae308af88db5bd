import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./database"

/** Opens the window anew in which the requests about an order are counted, so that its minute does not pass on a slow machine. */
export const reopenWindow = (container: MedusaContainer, orderId: string) =>
  sql(
    container,
    `update one2pays_rate_limit
        set expire = (extract(epoch from now()) * 1000)::bigint + 60000
      where key like ?`,
    [`%${orderId}`]
  )
