import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121153728 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_settled_at" ON "one2pays_payment" ("settled_at") WHERE state = 'succeeded' AND deleted_at IS NULL;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_ended_at" ON "one2pays_withdraw" ("ended_at") WHERE state = 'paid' AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_payment_settled_at";`)

    this.addSql(`drop index if exists "IDX_one2pays_withdraw_ended_at";`)
  }
}
