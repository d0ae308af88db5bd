import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Finds the rows of an upload in the order of its file, and earlier payouts to a name. */
export class Migration20261130190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_batch_id_id" ON "one2pays_withdraw" ("batch_id", "id") WHERE batch_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_account_name" ON "one2pays_withdraw" ("account_name") WHERE state = 'paid' AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_account_name";`)
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_batch_id_id";`)
  }
}
