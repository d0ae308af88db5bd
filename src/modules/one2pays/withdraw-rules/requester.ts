import type { GraphQuery } from "../core/query"

interface Asked {
  requested_by: string
  /** Medusa's refund, when the withdraw pays one. */
  refund_id: string | null
}

/** A key may have been made with a key. The plugin follows such a chain this far. */
const LONGEST_CHAIN = 10

/**
 * Finds the actor who asked for a withdraw. Medusa does not tell the provider who asked for a refund, but its record of
 * the refund says so.
 */
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
 * Whether the actor asked for a withdraw themselves, in the panel or with a secret API key of their own. The maker and
 * the user of a key count as one person, because one person could otherwise act as two.
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
