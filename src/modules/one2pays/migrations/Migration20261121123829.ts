import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121123829 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "one2pays_gateway_state" ("id" text not null, "maintenance_started_at" timestamptz null, "maintenance_probes" integer not null default 0, "next_probe_at" timestamptz null, "checked_at" timestamptz null, "check_error" text null, "balance" jsonb null, "balance_as_of" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_gateway_state_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_gateway_state_deleted_at" ON "one2pays_gateway_state" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_issue" ON "one2pays_payment" ("issue") WHERE issue IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_webhook_event_created_at" ON "one2pays_webhook_event" ("created_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_gateway_state" cascade;`)

    this.addSql(`drop index if exists "IDX_one2pays_payment_issue";`)

    this.addSql(`drop index if exists "IDX_one2pays_webhook_event_created_at";`)
  }
}
