import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./database"

const FORMER = "s1.former~"

/** As after a start with new keys: no account number opens that was sealed before. @returns what adds the former key */
export async function loseKey(
  container: MedusaContainer
): Promise<() => Promise<void>> {
  await sql(
    container,
    `update one2pays_payment set payer_sealed = '${FORMER}' || payer_sealed`
  )
  return async () => {
    await sql(
      container,
      `update one2pays_payment set payer_sealed = replace(payer_sealed, '${FORMER}', '')`
    )
  }
}
