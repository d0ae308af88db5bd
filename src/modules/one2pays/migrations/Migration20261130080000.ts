import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The proof of the account's unit, and of the balance's. */
export class Migration20261130080000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "unit_state" text check ("unit_state" in ('proved', 'contradicted')) null, add column if not exists "unit_for" text check ("unit_for" in ('satang', 'baht')) null, add column if not exists "unit_at" timestamptz null, add column if not exists "unit_by" jsonb null, add column if not exists "unit_proposal" jsonb null, add column if not exists "balance_unit" jsonb null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "unit_state", drop column if exists "unit_for", drop column if exists "unit_at", drop column if exists "unit_by", drop column if exists "unit_proposal", drop column if exists "balance_unit";`
    )
  }
}
