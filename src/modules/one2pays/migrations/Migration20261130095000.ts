import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How far a search of the gateway's lists came, and which by-reference routes exist. */
export class Migration20261130095000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "claimed_at" timestamptz null, add column if not exists "searched_to" timestamptz null;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "searched_to" timestamptz null;`
    )
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "payments_by_reference" boolean not null default false, add column if not exists "withdraws_by_reference" boolean not null default false;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "payments_by_reference", drop column if exists "withdraws_by_reference";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "searched_to";`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "claimed_at", drop column if exists "searched_to";`
    )
  }
}
