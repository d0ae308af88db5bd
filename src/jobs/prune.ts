import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../modules/one2pays"

/** Keeps a run short. The next run, an hour later, deletes the rest. */
const ROWS_AT_ONCE = 10_000

/** Runs every hour. It deletes webhook claims, and initiated payments whose checkout never became an order, after 30 days. */
export default async function prune(container: MedusaContainer): Promise<void> {
  await one2paysOf(container).prune(ROWS_AT_ONCE)
}

export const config = {
  name: "one2pays-prune",
  schedule: "17 * * * *",
}
