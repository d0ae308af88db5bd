import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./database"

const FORMER = "s1.former~"
const SEALED = [
  ["one2pays_payment", "payer_sealed"],
  ["one2pays_withdraw", "account_sealed"],
] as const

/** As after a start with new keys: no account number opens that was sealed before. @returns what adds the former key */
export async function loseKey(
  container: MedusaContainer
): Promise<() => Promise<void>> {
  for (const [table, column] of SEALED) {
    await sql(
      container,
      `update ${table} set ${column} = '${FORMER}' || ${column}`
    )
  }
  return async () => {
    for (const [table, column] of SEALED) {
      await sql(
        container,
        `update ${table} set ${column} = replace(${column}, '${FORMER}', '')`
      )
    }
  }
}
