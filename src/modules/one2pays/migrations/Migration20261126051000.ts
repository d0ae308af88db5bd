import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261126051000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_updated_at" ON "one2pays_payment" ("updated_at") WHERE state = 'initiated' AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_payment_updated_at";`)
  }
}
