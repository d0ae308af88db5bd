import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * An approved withdraw says what it waits for. A payment keeps what Medusa booked back without anybody to pay it, and how
 * much of that staff were told of. The reconciliation keeps how far it has compared Medusa's bookings.
 */
export class Migration20261130100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "waits_for" text check ("waits_for" in ('funds', 'key')) null;`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "owed_back" text null, add column if not exists "owed_back_told" text null;`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop constraint if exists "one2pays_payment_issue_check";`
    )
    // Not validated: every row passed the narrower check, and reading them all again would hold the table meanwhile.
    this.addSql(
      `alter table if exists "one2pays_payment" add constraint "one2pays_payment_issue_check" check ("issue" in ('amount_mismatch', 'currency_mismatch', 'order_rolled_back', 'paid_after_cancel', 'paid_twice', 'qr_amount_mismatch', 'refund_missing', 'unknown_reference')) not valid;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_owed_back" ON "one2pays_payment" ("id") WHERE owed_back IS DISTINCT FROM owed_back_told AND deleted_at IS NULL;`
    )
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "transactions_cursor" text null, add column if not exists "refunds_cursor" text null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "transactions_cursor", drop column if exists "refunds_cursor";`
    )
    this.addSql(`drop index if exists "IDX_one2pays_payment_owed_back";`)
    this.addSql(
      `update "one2pays_payment" set "issue" = 'paid_twice' where "issue" = 'refund_missing';`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop constraint if exists "one2pays_payment_issue_check";`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" add constraint "one2pays_payment_issue_check" check ("issue" in ('amount_mismatch', 'currency_mismatch', 'order_rolled_back', 'paid_after_cancel', 'paid_twice', 'qr_amount_mismatch', 'unknown_reference')) not valid;`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "owed_back", drop column if exists "owed_back_told";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "waits_for";`
    )
  }
}
