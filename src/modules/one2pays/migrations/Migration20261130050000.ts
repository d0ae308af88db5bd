import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Indexes over the rows that have ended and still hold an account number: an erased one is an empty text. */
export class Migration20261130050000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_numbered" ON "one2pays_payment" ("updated_at") WHERE payer_sealed <> '' AND (state IN ('expired', 'failed', 'canceled') OR (state = 'succeeded' AND (settled_at IS NOT NULL OR issue IS NOT NULL))) AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_numbered" ON "one2pays_withdraw" ("updated_at") WHERE account_sealed <> '' AND state IN ('paid', 'failed', 'canceled', 'rejected') AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_payment_numbered";`)
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_numbered";`)
  }
}
