import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "one2pays_key_maker"

/** Whose key a key was, also when Medusa has it no longer. */
export class KeyMakerStore {
  constructor(private readonly db: Knex) {}

  /** Keeps who made these keys. The first word on a key stays. */
  async remember(makers: ReadonlyMap<string, string>): Promise<void> {
    if (makers.size > 0) {
      await this.db(TABLE)
        .insert([...makers].map(([id, made_by]) => ({ id, made_by })))
        .onConflict("id")
        .ignore()
    }
  }

  async find(id: string): Promise<string | null> {
    const row: unknown = await this.db(TABLE).where({ id }).first("made_by")
    return (row as { made_by: string } | undefined)?.made_by ?? null
  }
}
