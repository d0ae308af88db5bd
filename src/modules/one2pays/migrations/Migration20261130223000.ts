import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What staff have to hear, until an instance has told it, and when the balance fell below `balanceAlert`. */
export class Migration20261130223000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "one2pays_notice" ("id" text not null, "topic" text not null, "count" integer not null default 1, "amount" text null, "subject" jsonb null, "words" jsonb null, "event" jsonb null, "tries" integer not null default 0, "due_at" timestamptz not null, "claimed_at" timestamptz null, "told_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_notice_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_notice_deleted_at" ON "one2pays_notice" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_notice_due_at" ON "one2pays_notice" ("due_at") WHERE told_at IS NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_notice_topic_claimed_at" ON "one2pays_notice" ("topic", "claimed_at") WHERE claimed_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_notice_event" ON "one2pays_notice" ("id") WHERE event IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "balance_low_at" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "balance_low_at";`
    )
    this.addSql(`drop table if exists "one2pays_notice" cascade;`)
  }
}
