import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Words } from "../../../../messages"
import { keepWords } from "../../shared/words"
import type { WithdrawEvent } from "../withdraw"
import { writeNews } from "./news-store"

/** A line of the trail that is not written yet. */
export type NewLine = Pick<
  WithdrawEvent,
  "withdraw_id" | "actor" | "from_state" | "to_state"
> & { person?: string | null; reason: Words }

/**
 * Writes lines of the audit trail, and the news that they are worth.
 *
 * @returns the lines' ids, by withdraw
 */
export async function writeTrail(
  db: Knex,
  lines: NewLine[]
): Promise<ReadonlyMap<string, string>> {
  await writeNews(db, lines)
  const ids = new Map(
    lines.map(({ withdraw_id }) => [
      withdraw_id,
      generateEntityId(undefined, "o2pwe"),
    ])
  )
  await db("one2pays_withdraw_event").insert(
    lines.map(({ reason, ...line }) => {
      const { text, message } = keepWords(reason)
      return {
        id: ids.get(line.withdraw_id),
        // Lines that one transaction writes keep their order.
        created_at: db.raw("clock_timestamp()"),
        ...line,
        reason: text,
        reason_message: message,
      }
    })
  )
  return ids
}
