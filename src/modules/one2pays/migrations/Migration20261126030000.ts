import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261126030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "paid_back_at" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "paid_back_at";`
    )
  }
}
