import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { roundThb } from "../../../../gateway"
import type { NoticeTopic } from "../../config/notice-topics"
import type { NoticeSubject } from "../../notices/notice"
import { NoticeStore } from "../../notices/notice-store"
import {
  WITHDRAW_EVENTS,
  eventOfChange,
  type WithdrawEventName,
  type WithdrawNews,
} from "./news"
import { toWithdraw, type WithdrawEvent } from "../withdraw"

const TABLE = "one2pays_withdraw_news"
const AT_ONCE = 500

/** The events that staff read of, too. What fails or comes back is an issue, and they read of that. */
const TOPICS: Partial<Record<WithdrawEventName, NoticeTopic>> = {
  [WITHDRAW_EVENTS.waits_for_approval]: "waits_for_approval",
  [WITHDRAW_EVENTS.rejected]: "rejected",
}

/** Writes the news of changes and the notices for staff, in the transaction of the changes. */
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
  if (rows.length === 0) {
    return
  }
  await db(TABLE).insert(rows)
  for (const [event, topic] of Object.entries(TOPICS)) {
    const ids = rows.flatMap((row) =>
      row.event === event ? row.withdraw_id : []
    )
    if (ids.length > 0) {
      await writeNotice(db, topic, ids)
    }
  }
}

/** Writes one notice of withdraws, however many. A rejected refund is an issue, which says more. */
async function writeNotice(
  db: Knex,
  topic: NoticeTopic,
  ids: string[]
): Promise<void> {
  const rows: unknown[] = await db("one2pays_withdraw")
    .whereIn("id", ids)
    .modify((query) => {
      if (topic === "rejected") {
        void query.where({ kind: "payout" }).whereNull("payment_id")
      }
    })
    .select(
      db.raw("count(*)::int as count"),
      db.raw("sum(amount)::text as amount"),
      db.raw(
        "(array_agg(json_build_object('kind', kind, 'id', id, 'order_id', order_id, 'reference_id', reference_id)))[1] as first"
      )
    )
  const [found] = rows as [
    { count: number; amount: string; first: NoticeSubject },
  ]
  if (found.count > 0) {
    await new NoticeStore(db).write({
      topic,
      count: found.count,
      amount: roundThb(found.amount),
      subject: found.count === 1 ? found.first : null,
    })
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
