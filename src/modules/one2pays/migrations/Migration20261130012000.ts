import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Indexes over hidden payments, which those over all others leave out. */
export class Migration20261130012000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_hidden_collection" ON "one2pays_payment" ("payment_collection_id") WHERE deleted_at IS NOT NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_hidden_order" ON "one2pays_payment" ("order_id") WHERE deleted_at IS NOT NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_hidden" ON "one2pays_payment" ("updated_at") WHERE state = 'initiated' AND deleted_at IS NOT NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop index if exists "IDX_one2pays_payment_hidden_collection";`
    )
    this.addSql(`drop index if exists "IDX_one2pays_payment_hidden_order";`)
    this.addSql(`drop index if exists "IDX_one2pays_payment_hidden";`)
  }
}
