import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * The one method of Medusa's Query that this plugin uses. Query's full type infers every entity of the shop anew at
 * each call, and the compiler sometimes fails at that.
 */
export interface GraphQuery {
  graph(input: {
    entity: string
    fields: string[]
    filters?:
      | { id: string | string[] | { $gt: string } }
      | { customer_id: string | string[] }
      | { order_id: string }
      | { display_id: number }
      | { q: string }
      | { idempotency_key: string[] }
    /** Rows that Medusa has deleted softly come, too. */
    withDeleted?: boolean
    pagination?: { skip: number; take: number; order: { id: "ASC" | "DESC" } }
  }): Promise<{ data: unknown[] }>
}

export const queryOf = (container: MedusaContainer): GraphQuery =>
  container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)

export const loggerOf = (container: MedusaContainer): Logger =>
  container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
