import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The schedule of looks at payments and withdraws whose good news came early, and the marks of webhooks that tell stale
 * and second news from duplicates.
 */
export class Migration20261130030000 extends Migration {
  override async up(): Promise<void> {
    for (const table of ["one2pays_payment", "one2pays_withdraw"]) {
      this.addSql(
        `alter table if exists "${table}" add column if not exists "look_at" timestamptz null, add column if not exists "look_step" integer not null default 0;`
      )
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_look_at" ON "${table}" ("look_at") WHERE look_at IS NOT NULL AND deleted_at IS NULL;`
      )
    }
    this.addSql(
      `alter table if exists "one2pays_webhook_event" add column if not exists "event_id" text null, add column if not exists "looked_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_webhook_event_reference_id" ON "one2pays_webhook_event" ("reference_id") WHERE reference_id IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop index if exists "IDX_one2pays_webhook_event_reference_id";`
    )
    this.addSql(
      `alter table if exists "one2pays_webhook_event" drop column if exists "event_id", drop column if exists "looked_at";`
    )
    for (const table of ["one2pays_payment", "one2pays_withdraw"]) {
      this.addSql(`drop index if exists "IDX_${table}_look_at";`)
      this.addSql(
        `alter table if exists "${table}" drop column if exists "look_at", drop column if exists "look_step";`
      )
    }
  }
}
