import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../modules/one2pays"

/** Runs every ten minutes, where the shop wants to hear of a low wallet: nobody may look at the balance for days. */
export default async function watchBalance(
  container: MedusaContainer
): Promise<void> {
  const { options, connection } = one2paysOf(container)
  if (options.balanceAlert !== undefined) {
    await connection.balance()
  }
}

export const config = {
  name: "one2pays-watch-balance",
  schedule: "*/10 * * * *",
}
