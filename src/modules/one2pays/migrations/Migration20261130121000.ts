import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** One process at a time chooses the payment of an order. */
export class Migration20261130121000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "one2pays_order_turn" ("id" text not null, "busy_until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_order_turn_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_order_turn_deleted_at" ON "one2pays_order_turn" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_order_turn" cascade;`)
  }
}
