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

  async claim(id: string, event: WebhookEvent): Promise<WebhookClaim> {
    const result = await this.db.raw<{
      rows: { claimed: boolean; outcome: string | null }[]
    }>(
      `with claim as (
         insert into ${TABLE} (id, name, object_id, reference_id, claimed_until)
         values (:id, :name, :objectId, :referenceId, now() + make_interval(secs => :seconds))
         on conflict (id) do update
            set claimed_until = excluded.claimed_until,
                deliveries = ${TABLE}.deliveries + 1, updated_at = now()
          where ${TABLE}.outcome is null and ${TABLE}.claimed_until < now()
         returning true as claimed, null as outcome
       )
       select claimed, outcome from claim
       union all
       select false, outcome from ${TABLE} where id = :id and not exists (select 1 from claim)`,
      {
        id,
        name: event.name,
        objectId: event.objectId ?? null,
        referenceId: event.referenceId ?? null,
        seconds: CLAIM_SECONDS,
      }
    )
    const [row] = result.rows
    if (row?.claimed) {
      return "claimed"
    }
    return row?.outcome ? "duplicate" : "busy"
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

  /** Lets the next delivery of the same news claim the work at once. */
  async release(id: string): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .whereNull("outcome")
      .update({
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
