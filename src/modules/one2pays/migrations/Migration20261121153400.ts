import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121153400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "one2pays_saved_payer" ("id" text not null, "customer_id" text not null, "bank_code" text not null, "last4" text not null, "payer_sealed" text not null, "last_used_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_saved_payer_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_saved_payer_deleted_at" ON "one2pays_saved_payer" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_saved_payer_customer_id_last_used_at" ON "one2pays_saved_payer" ("customer_id", "last_used_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_saved_payer_last_used_at" ON "one2pays_saved_payer" ("last_used_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "remember_for" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_remember_for" ON "one2pays_payment" ("remember_for") WHERE remember_for IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_saved_payer" cascade;`)

    this.addSql(`drop index if exists "IDX_one2pays_payment_remember_for";`)
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "remember_for";`
    )
  }
}
