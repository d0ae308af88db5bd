import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A payment keeps what the gateway asks its payer for, where that is some satang more than the order. */
export class Migration20261130140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "asked_amount" text null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "asked_amount";`
    )
  }
}
