import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What tells payouts to one account and uploads of one file, and why they are meant all the same. */
export class Migration20261130071000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "account_hash" text null, add column if not exists "batch_hash" text null, add column if not exists "duplicate" jsonb null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_account_hash" ON "one2pays_withdraw" ("account_hash") WHERE account_hash IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_batch_hash" ON "one2pays_withdraw" ("batch_hash") WHERE batch_hash IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_batch_hash";`)
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_account_hash";`)
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "account_hash", drop column if exists "batch_hash", drop column if exists "duplicate";`
    )
  }
}
