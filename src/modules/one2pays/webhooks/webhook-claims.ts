import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WebhookEvent } from "../../../gateway"

export type WebhookClaim = "claimed" | "duplicate" | "busy"

const TABLE = "one2pays_webhook_event"

/** Long enough for the slowest settlement. After it, another delivery may take the claim over. */
const CLAIM_SECONDS = 60

/** The claims of deliveries. A process claims a delivery, works on it, then finishes or releases it. */
export class WebhookClaims {
  constructor(private readonly db: Knex) {}

  static idOf(rawBody: Buffer): string {
    return createHash("sha256").update(rawBody).digest("hex")
  }

  /**
   * Claims a delivery that no process works on, and whose work is not done.
   *
   * @param isStale claims none for which the gateway was asked before, because such a delivery was stale
   */
  async claim(
    id: string,
    event: WebhookEvent,
    { isStale }: { isStale: boolean }
  ): Promise<WebhookClaim> {
    const result = await this.db.raw<{
      rows: { claimed: boolean; outcome: string | null; is_busy: boolean }[]
    }>(
      `with claim as (
         insert into ${TABLE} (id, name, event_id, object_id, reference_id, claimed_until)
         values (:id, :name, :eventId, :objectId, :referenceId, now() + make_interval(secs => :seconds))
         on conflict (id) do update
            set claimed_until = excluded.claimed_until,
                deliveries = ${TABLE}.deliveries + 1, updated_at = now()
          where ${TABLE}.outcome is null and ${TABLE}.claimed_until < now()
            and not (:isStale and ${TABLE}.looked_at is not null)
         returning true as claimed, null as outcome, false as is_busy
       )
       select claimed, outcome, is_busy from claim
       union all
       select false, outcome, claimed_until >= now() from ${TABLE} where id = :id and not exists (select 1 from claim)`,
      {
        id,
        isStale,
        name: event.name,
        eventId: event.eventId,
        objectId: event.objectId ?? null,
        referenceId: event.referenceId ?? null,
        seconds: CLAIM_SECONDS,
      }
    )
    const [row] = result.rows
    if (row?.claimed) {
      return "claimed"
    }
    // A stale delivery that is neither done nor under way has had its turn.
    return row?.outcome || (isStale && row && !row.is_busy)
      ? "duplicate"
      : "busy"
  }

  /** When the last verified delivery came in. */
  async lastAt(): Promise<Date | null> {
    const row: unknown = await this.db(TABLE)
      .whereNull("deleted_at")
      .orderBy("created_at", "desc")
      .first("created_at")
    return (row as { created_at: Date } | undefined)?.created_at ?? null
  }

  async finish(id: string, outcome: string): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .update({ outcome, updated_at: this.db.fn.now() })
  }

  /**
   * Whether an earlier delivery with the same name, and another body, for the same reference was used up. One that was
   * not may come again under another id. An event that carries an id of its own counts only beside another id, because
   * the gateway may write one event twice; and only until its work is done.
   */
  async hasEarlier(
    id: string,
    { name, eventId, referenceId }: WebhookEvent
  ): Promise<boolean> {
    const row: unknown = await this.db(TABLE)
      .where({ name, reference_id: referenceId })
      .whereNot({ id })
      .whereNotNull("outcome")
      .whereNull("deleted_at")
      .where((other) => {
        void other.whereNull("event_id")
        if (eventId) {
          void other.orWhereNot({ event_id: eventId })
        }
      })
      .modify((query) => {
        if (eventId) {
          void query.whereNotExists(
            this.db(TABLE)
              .select("id")
              .where({ reference_id: referenceId, event_id: eventId })
              .whereNot({ id })
              .whereNotNull("outcome")
              .whereNull("deleted_at")
          )
        }
      })
      .first("id")
    return row !== undefined
  }

  /**
   * Lets the next delivery of the same news claim the work at once.
   *
   * @param isLooked lets only a fresh one claim it: the gateway was asked for a stale one
   */
  async release(id: string, { isLooked = false } = {}): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .whereNull("outcome")
      .update({
        ...(isLooked ? { looked_at: this.db.fn.now() } : {}),
        claimed_until: this.db.raw("now() - interval '1 second'"),
        updated_at: this.db.fn.now(),
      })
  }

  /**
   * Deletes claims of deliveries that are too old to pass verification if they came again.
   *
   * @returns how many
   */
  prune(days: number, limit: number): Promise<number> {
    return this.db(TABLE)
      .whereIn("id", (old) => {
        void old
          .select("id")
          .from(TABLE)
          .whereNull("deleted_at")
          .where(
            "created_at",
            "<",
            this.db.raw("now() - make_interval(days => ?)", [days])
          )
          .limit(limit)
      })
      .delete()
  }
}
