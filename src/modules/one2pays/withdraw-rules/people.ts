import { staffMessage } from "../../../messages"
import type { GraphQuery } from "../core/query"
import { staffError } from "../errors/staff-error"
import type { KeyMakerStore } from "./key-maker-store"

/** The shop's own code. It may ask for money to leave, and never approves it. */
const SYSTEM = "system"

/** Somebody who acts, and whom the plugin found behind it. */
export interface Person {
  /** Admin user, secret API key, or `system`. */
  actor: string
  /** The admin user, who exists now, or `system`. Null when the plugin finds nobody. */
  id: string | null
  /** The actor, the keys that made the actor's key, and the user at its end, as far as the plugin finds them. */
  chain: string[]
}

/** A withdraw that somebody asked for. */
interface Requested {
  requested_by: string
  requested_by_person: string | null
  requested_by_chain: string[] | null
  /** Medusa's refund, when the withdraw pays one. Medusa's record of it says who asked. */
  refund_id: string | null
}

/**
 * Whether two who act may be one person. Each key leads to its maker, and whoever shares a key or a user with another is
 * the same.
 */
export const isSamePerson = (
  one: Pick<Person, "chain">,
  other: Pick<Person, "chain">
): boolean => one.chain.some((link) => other.chain.includes(link))

/** The people behind users, keys and the shop's own code. */
export class People {
  constructor(private readonly keys: KeyMakerStore) {}

  /**
   * Finds the person behind an actor. A key may have been made with a key: the plugin follows such a chain to its end. A
   * deleted key still tells whose it was, but nobody acts through it any more.
   */
  async find(query: GraphQuery, actor: string | undefined): Promise<Person> {
    return (await this.follow(query, actor)).person
  }

  /**
   * Finds the person who decides about money, so that somebody answers for it.
   *
   * @throws MedusaError FORBIDDEN when there is no such user now
   */
  async deciding(
    query: GraphQuery,
    actor: string | undefined
  ): Promise<Person & { id: string }> {
    const { id, ...person } = await this.met(query, actor)
    if (id === null || id === SYSTEM) {
      throw nobody()
    }
    return { ...person, id }
  }

  /**
   * Finds the person who asks for something. A key may ask though nobody is known behind it: what it asks for waits for
   * a person.
   *
   * @throws MedusaError FORBIDDEN when there is neither such a user nor such a key now
   */
  async asking(query: GraphQuery, actor: string | undefined): Promise<Person> {
    const { person, hasKey } = await this.follow(query, actor, true)
    if (person.id === null && !hasKey) {
      throw nobody()
    }
    return person
  }

  /** Keeps whose key a key is, before Medusa deletes it. */
  async remember(query: GraphQuery, keyId: string): Promise<void> {
    await this.met(query, keyId)
  }

  /** Finds the person who asked Medusa for a refund. @returns null when Medusa has no such refund (yet) */
  async ofRefund(query: GraphQuery, id: string): Promise<Person | null> {
    const [refund] = await read(query, "refund", id)
    return refund ? this.met(query, refund.created_by ?? SYSTEM) : null
  }

  /** Finds the person who asked for a withdraw: as it was when they asked, or for an older one as it is now. */
  async requesterOf(query: GraphQuery, withdraw: Requested): Promise<Person> {
    const {
      requested_by: actor,
      requested_by_person: id,
      requested_by_chain: chain,
      refund_id,
    } = withdraw
    if (chain) {
      return { actor: chain[0] ?? actor, id, chain }
    }
    return (
      (refund_id && (await this.ofRefund(query, refund_id))) ||
      this.find(query, actor)
    )
  }

  /** Finds the persons who asked for withdraws, by the withdraws' ids. */
  async requestersOf(
    query: GraphQuery,
    withdraws: readonly (Requested & { id: string })[]
  ): Promise<Map<string, Person>> {
    const found = new Map<string, Person>()
    // Those in which nobody has looked yet often have one requester.
    const looked = new Map<string, Person>()
    for (const withdraw of withdraws) {
      const { id, requested_by, requested_by_chain, refund_id } = withdraw
      const name = `${requested_by} ${refund_id}`
      const person =
        (!requested_by_chain && looked.get(name)) ||
        (await this.requesterOf(query, withdraw))
      if (!requested_by_chain) {
        looked.set(name, person)
      }
      found.set(id, person)
    }
    return found
  }

  private async met(
    query: GraphQuery,
    actor: string | undefined
  ): Promise<Person> {
    return (await this.follow(query, actor, true)).person
  }

  private async follow(
    query: GraphQuery,
    actor = "",
    keepMakers = false
  ): Promise<{ person: Person; hasKey: boolean }> {
    if (actor === SYSTEM) {
      return { person: { actor, id: SYSTEM, chain: [SYSTEM] }, hasKey: false }
    }
    const chain: string[] = []
    const living = new Map<string, string>()
    let next: string | null = actor
    let isLiving = true
    // A circle of keys cannot be made in Medusa, but in its database.
    while (next && !chain.includes(next)) {
      const id: string = next
      chain.push(id)
      const maker = await makerOf(query, id)
      if (maker) {
        living.set(id, maker)
      }
      next = maker ?? (await this.keys.find(id))
      isLiving &&= maker !== null || next === null
    }
    if (keepMakers) {
      await this.keys.remember(living)
    }
    const last = chain.at(-1)
    const isUser =
      isLiving && last !== undefined && (await exists(query, "user", last))
    return {
      person: { actor, id: isUser ? last : null, chain },
      hasKey: living.has(actor) || (await exists(query, "api_key", actor)),
    }
  }
}

const nobody = () => staffError(staffMessage("person_unknown"))

/** Finds the maker of a key. @returns null for what is no key, or a key without one */
async function makerOf(query: GraphQuery, id: string): Promise<string | null> {
  const [key] = await read(query, "api_key", id)
  return key?.created_by || null
}

const exists = async (
  query: GraphQuery,
  entity: string,
  id: string
): Promise<boolean> => (await read(query, entity, id)).length > 0

async function read(
  query: GraphQuery,
  entity: string,
  id: string
): Promise<{ created_by?: string | null }[]> {
  if (!id) {
    return []
  }
  const { data } = await query.graph({
    entity,
    fields: entity === "user" ? ["id"] : ["id", "created_by"],
    filters: { id },
  })
  return data as { created_by?: string | null }[]
}
