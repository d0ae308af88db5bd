import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The counters of the gateway's rate limit; no model, because nothing but the limiter reads them.
 * Unlogged: they live for seconds, and a crash may empty them.
 */
export class Migration20261121124500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unlogged table if not exists "one2pays_rate_limit" ("key" varchar(255) not null, "points" integer not null default 0, "expire" bigint null, constraint "one2pays_rate_limit_pkey" primary key ("key"));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_rate_limit" cascade;`)
  }
}
