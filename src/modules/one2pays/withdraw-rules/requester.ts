import type { GraphQuery } from "../core/query"

interface Asked {
  requested_by: string
  /** Medusa's refund, of a withdraw that pays one. */
  refund_id: string | null
}

/** Keys that were made by keys that were made by keys. */
const LONGEST_CHAIN = 10

/** Who asked for a withdraw. Of a refund Medusa does not tell the provider: its own record knows. */
export async function findAskedBy(
  query: GraphQuery,
  { requested_by, refund_id }: Asked
): Promise<string> {
  if (!refund_id) {
    return requested_by
  }
  const refund = await first(query, "refund", refund_id)
  return refund?.created_by ?? requested_by
}

/**
 * Whether it was the actor who asked for a withdraw, in the panel or with a secret API key of their own: who makes a key
 * and who uses it are one person, or one could be two.
 */
export async function isOwnRequest(
  query: GraphQuery,
  withdraw: Asked,
  actor: string
): Promise<boolean> {
  const [asked, acting] = await Promise.all([
    findAskedBy(query, withdraw).then((by) => personBehind(query, by)),
    personBehind(query, actor),
  ])
  return asked === acting
}

async function personBehind(query: GraphQuery, actor: string): Promise<string> {
  let person = actor
  for (
    let keys = 0;
    person.startsWith("apk_") && keys < LONGEST_CHAIN;
    keys++
  ) {
    const key = await first(query, "api_key", person)
    if (!key?.created_by) {
      break
    }
    person = key.created_by
  }
  return person
}

async function first(
  query: GraphQuery,
  entity: string,
  id: string
): Promise<{ created_by?: string | null } | undefined> {
  const { data } = await query.graph({
    entity,
    fields: ["id", "created_by"],
    filters: { id },
  })
  return (data as { created_by?: string | null }[])[0]
}
