import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { NoticeTopic } from "../config/notice-topics"
import { foldNotices } from "./fold"
import type { ClaimedNotice, NewNotice, NoticeEvent } from "./notice"

const TABLE = "one2pays_notice"
const AT_ONCE = 5000

/** Of these, many come one after the other. What comes within a minute of the last one waits, and is told together. */
const SPACED: readonly NoticeTopic[] = ["waits_for_approval", "rejected"]
const SPACE_SECONDS = 60

/** A process that died told nobody. Each further try comes later, as long as a provider is down. */
const TRY_AGAIN_SECONDS = 300
const MOST_TRIES = 6

const KEEP_DAYS = 7

/** A notice that a process has claimed, and its which try that is. */
export type Claim = Pick<ClaimedNotice, "id" | "tries">

/** The notices that staff get. Every instance may tell them, and each is told by one. */
export class NoticeStore {
  constructor(private readonly db: Knex) {}

  /** Writes a notice. It belongs into the transaction that makes it true. */
  async write({
    topic,
    count = 1,
    amount = null,
    subject = null,
    words = null,
    event,
  }: NewNotice): Promise<void> {
    await this.db(TABLE).insert({
      id: generateEntityId(undefined, "o2pnt"),
      ...{ topic, count, amount },
      subject: subject && JSON.stringify(subject),
      words: words && JSON.stringify(words),
      event: event ? JSON.stringify(event) : null,
      due_at: this.db.fn.now(),
    })
  }

  /**
   * Hands the events of notices on. They stay where nobody takes them, and are handed on again.
   *
   * @returns how many
   */
  passOn(
    limit: number,
    emit: (events: NoticeEvent[]) => Promise<void>
  ): Promise<number> {
    return this.db.transaction(async (transaction) => {
      const rows: unknown[] = await transaction(TABLE)
        .whereNull("deleted_at")
        .whereNotNull("event")
        .orderBy("id")
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .select("id", "event")
      const waiting = rows as { id: string; event: NoticeEvent }[]
      if (waiting.length > 0) {
        await emit(waiting.map(({ event }) => event))
        await transaction(TABLE)
          .whereIn(
            "id",
            waiting.map(({ id }) => id)
          )
          .update({ event: null, updated_at: this.db.fn.now() })
      }
      return waiting.length
    })
  }

  /** Claims what is due to be told, a burst as one. The claim lapses, and the next one tells what this one did not. */
  claim(): Promise<ClaimedNotice[]> {
    return this.db.transaction(async (transaction) => {
      // Two instances would tell a burst twice, each the rows that it got.
      await transaction.raw(
        "select pg_advisory_xact_lock(hashtext('one2pays_notice'))"
      )
      const { told, gone } = foldNotices(await this.due(transaction))
      if (gone.length > 0) {
        // Their events are the subscribers' own, and may still wait for the bus.
        await this.noteTold(transaction(TABLE).whereIn("id", gone))
      }
      for (const { id, count, amount, subject, words } of told) {
        await transaction(TABLE)
          .where({ id })
          .update({
            ...{ count, amount },
            subject: subject && JSON.stringify(subject),
            words: words && JSON.stringify(words),
            tries: transaction.raw("tries + 1"),
            claimed_at: this.db.fn.now(),
            due_at: this.leaseEnd("tries + 1"),
            updated_at: this.db.fn.now(),
          })
      }
      return told.map((notice) => ({ ...notice, tries: notice.tries + 1 }))
    })
  }

  private async due(transaction: Knex): Promise<ClaimedNotice[]> {
    const rows: unknown[] = await transaction(`${TABLE} as notice`)
      .whereNull("deleted_at")
      .whereNull("told_at")
      .where("due_at", "<=", this.db.fn.now())
      .where("tries", "<", MOST_TRIES)
      .where((query) => {
        void query
          .whereNotIn("topic", SPACED)
          .orWhere("tries", ">", 0)
          .orWhereNotExists((last) => {
            void last
              .select(this.db.raw("1"))
              .from(`${TABLE} as last`)
              .whereRaw("last.topic = notice.topic")
              .whereNull("last.deleted_at")
              .whereRaw("last.claimed_at > now() - make_interval(secs => ?)", [
                SPACE_SECONDS,
              ])
          })
      })
      .orderBy("id")
      .limit(AT_ONCE)
      .select("id", "topic", "count", "amount", "subject", "words", "tries")
    return rows as ClaimedNotice[]
  }

  /** Makes a claim last as long as a new one. @returns false when it has lapsed, and another process tells the notice */
  async renew(claim: Claim): Promise<boolean> {
    const renewed = await this.rowsOf(claim).update({
      due_at: this.leaseEnd("tries"),
      updated_at: this.db.fn.now(),
    })
    return renewed > 0
  }

  /** Notes that a notice is told, unless the claim has lapsed. */
  async finish(claim: Claim): Promise<void> {
    await this.noteTold(this.rowsOf(claim))
  }

  private rowsOf({ id, tries }: Claim): Knex.QueryBuilder {
    return this.db(TABLE).where({ id, tries }).whereNull("told_at")
  }

  private async noteTold(rows: Knex.QueryBuilder): Promise<void> {
    const now = this.db.fn.now()
    await rows.update({ told_at: now, updated_at: now })
  }

  /** @param tries SQL */
  private leaseEnd(tries: string): Knex.Raw {
    return this.db.raw(`now() + make_interval(secs => ? * (${tries}))`, [
      TRY_AGAIN_SECONDS,
    ])
  }

  /** Deletes old notices, told or not. @returns how many */
  prune(limit: number): Promise<number> {
    return this.db(TABLE)
      .whereIn("id", (old) => {
        void old
          .select("id")
          .from(TABLE)
          .whereNull("event")
          .whereRaw("created_at < now() - make_interval(days => ?)", [
            KEEP_DAYS,
          ])
          .limit(limit)
      })
      .delete()
  }
}
