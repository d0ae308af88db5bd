import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The first payer of an order beside another one. Nobody wrote down who changed the payer of an earlier payment, so
 * that each such payment has its refund decided by a person.
 */
export class Migration20261130040000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "first_payer" jsonb null;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "first_payer" jsonb null;`
    )
    this.addSql(
      `update "one2pays_payment" as later
          set "first_payer" = jsonb_build_object('account_name', first."payer_name", 'bank_code', first."payer_bank_code", 'last4', first."payer_last4")
         from (
           select distinct on ("order_id") "order_id", "payer_name", "payer_bank_code", "payer_last4"
             from "one2pays_payment"
            where "order_id" is not null and "deleted_at" is null
            order by "order_id", "created_at", "id"
         ) as first
        where later."order_id" = first."order_id" and later."deleted_at" is null
          and (later."payer_name", later."payer_bank_code", later."payer_last4") is distinct from (first."payer_name", first."payer_bank_code", first."payer_last4");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "first_payer";`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "first_payer";`
    )
  }
}
