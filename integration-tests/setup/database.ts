import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Runs SQL in the shop's database, as time or an accident would. Rows get older, and nobody waits. */
export const sql = <Row = Record<string, unknown>>(
  container: MedusaContainer,
  statement: string,
  values: readonly string[] = []
): Promise<Row[]> =>
  container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(statement, values)
    .then(({ rows }) => rows)
