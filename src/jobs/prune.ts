import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../modules/one2pays"

/** A run stays short; what is left goes an hour later. */
const ROWS_AT_ONCE = 10_000

/** Every hour: deletes webhook claims, and choices at checkouts that never became orders, after 30 days. */
export default async function prune(container: MedusaContainer): Promise<void> {
  await one2paysOf(container).prune(ROWS_AT_ONCE)
}

export const config = {
  name: "one2pays-prune",
  schedule: "17 * * * *",
}
