import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The persons behind the keys that ask for payouts and decide about them, and whose key a deleted key was. */
export class Migration20261130070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "requested_by_person" text null, add column if not exists "requested_by_chain" jsonb null;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw_event" add column if not exists "person" text null;`
    )
    this.addSql(
      `create table if not exists "one2pays_key_maker" ("id" text not null, "made_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_key_maker_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_key_maker_deleted_at" ON "one2pays_key_maker" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_key_maker" cascade;`)
    this.addSql(
      `alter table if exists "one2pays_withdraw_event" drop column if exists "person";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "requested_by_person", drop column if exists "requested_by_chain";`
    )
  }
}
