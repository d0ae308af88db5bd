import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  eventOfChange,
  type WithdrawEventName,
  type WithdrawNews,
} from "./news"
import { toWithdraw, type WithdrawEvent } from "./withdraw"

const TABLE = "one2pays_withdraw_news"
const AT_ONCE = 500

/** Writes the news of changes, in the transaction of the changes. */
export async function writeNews(
  db: Knex,
  changes: readonly Pick<
    WithdrawEvent,
    "withdraw_id" | "from_state" | "to_state" | "actor"
  >[]
): Promise<void> {
  const rows = changes.flatMap((change) => {
    const event = eventOfChange(change)
    return event
      ? {
          id: generateEntityId(undefined, "o2pwn"),
          withdraw_id: change.withdraw_id,
          event,
        }
      : []
  })
  if (rows.length > 0) {
    await db(TABLE).insert(rows)
  }
}

/**
 * Emits the news that wait. Any number of instances may call this at once, and each piece of news is one instance's. It
 * stays where the event bus does not take it.
 */
export async function tellNews(
  db: Knex,
  bus: IEventBusModuleService | undefined
): Promise<void> {
  for (;;) {
    const told = await db.transaction(async (transaction) => {
      const news = await claimNews(transaction)
      if (news.length > 0) {
        await bus?.emit(news)
      }
      return news.length
    })
    if (told < AT_ONCE) {
      return
    }
  }
}

async function claimNews(
  transaction: Knex
): Promise<{ name: WithdrawEventName; data: WithdrawNews }[]> {
  const claimed = await transaction(TABLE)
    .whereIn("id", (waiting) => {
      void waiting
        .select("id")
        .from(TABLE)
        .orderBy("id")
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked()
    })
    .delete()
    .returning<{ id: string; withdraw_id: string; event: WithdrawEventName }[]>(
      ["id", "withdraw_id", "event"]
    )
  if (claimed.length === 0) {
    return []
  }
  const rows: unknown[] = await transaction("one2pays_withdraw").whereIn(
    "id",
    claimed.map(({ withdraw_id }) => withdraw_id)
  )
  const withdraws = new Map(rows.map(toWithdraw).map((row) => [row.id, row]))
  return claimed
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ withdraw_id, event }) => {
      const withdraw = withdraws.get(withdraw_id)
      return withdraw ? { name: event, data: toNews(withdraw) } : []
    })
}

const toNews = ({
  id,
  kind,
  amount,
  reference_id,
  order_id,
  payment_id,
  batch_id,
}: WithdrawNews): WithdrawNews => ({
  ...{ id, kind, amount, reference_id, order_id, payment_id, batch_id },
})
