import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How many statements the app sends its database during some work: what it costs, on a fast machine and a slow one. */
export async function countQueries(
  container: MedusaContainer,
  work: () => Promise<unknown>
): Promise<number> {
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  let count = 0
  const note = () => {
    count += 1
  }
  db.on("query", note)
  try {
    await work()
  } finally {
    db.removeListener("query", note)
  }
  return count
}

/** What the work costs alone: a job may come between, and ask its own. */
export async function fewestQueries(
  container: MedusaContainer,
  work: () => Promise<unknown>
): Promise<number> {
  const counts: number[] = []
  for (let i = 0; i < 3; i++) {
    counts.push(await countQueries(container, work))
  }
  return Math.min(...counts)
}
