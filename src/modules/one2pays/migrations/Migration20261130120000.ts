import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The sender sums what left today and what a balance does not show yet, and must not read the whole table for it. */
export class Migration20261130120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_sent_at" ON "one2pays_withdraw" ("sent_at") WHERE sent_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_accepted_at" ON "one2pays_withdraw" ("accepted_at") WHERE accepted_at IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_accepted_at";`)
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_sent_at";`)
  }
}
