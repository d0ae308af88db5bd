import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Payments whose orders began to owe another amount, until the next payment has taken their place. Kept orders are looked
 * at again.
 */
export class Migration20261130060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "replace_requested_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_replace" ON "one2pays_payment" ("replace_requested_at") WHERE replace_requested_at IS NOT NULL AND replaced_at IS NULL AND closed_at IS NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_kept" ON "one2pays_payment" ("kept_unpaid_at") WHERE kept_unpaid_at IS NOT NULL AND closed_at IS NULL AND replaced_at IS NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_payment_kept";`)
    this.addSql(`drop index if exists "IDX_one2pays_payment_replace";`)
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "replace_requested_at";`
    )
  }
}
