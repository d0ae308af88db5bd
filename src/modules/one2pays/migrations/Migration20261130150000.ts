import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Keeps the last check of the account at One2Pays, and the lease of the process that runs one. */
export class Migration20261130150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "account_check" jsonb null, add column if not exists "account_check_until" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "account_check", drop column if exists "account_check_until";`
    )
  }
}
