import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Sentences become keys with values, beside the texts, which rows from before keep: the trail's trigger lets no line of
 * it be changed. And money for an order that was rolled back gets a code of its own.
 */
export class Migration20261129235900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "issue_message" jsonb null, add column if not exists "resolution_message" jsonb null;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "issue_message" jsonb null, add column if not exists "resolution_message" jsonb null;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw_event" add column if not exists "reason_message" jsonb null;`
    )

    this.addSql(
      `alter table if exists "one2pays_payment" drop constraint if exists "one2pays_payment_issue_check";`
    )
    // Not validated: every row passed the narrower check, and reading them all again would hold the table meanwhile.
    this.addSql(
      `alter table if exists "one2pays_payment" add constraint "one2pays_payment_issue_check" check ("issue" in ('amount_mismatch', 'currency_mismatch', 'order_rolled_back', 'paid_after_cancel', 'paid_twice', 'qr_amount_mismatch', 'unknown_reference')) not valid;`
    )
    this.addSql(
      `update "one2pays_payment" set "issue" = 'order_rolled_back' where "issue" = 'unknown_reference' and "issue_detail" like 'THB % was paid for %, but Medusa has no such order any more.%' and "deleted_at" is null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `update "one2pays_payment" set "issue" = 'unknown_reference' where "issue" = 'order_rolled_back';`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop constraint if exists "one2pays_payment_issue_check";`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" add constraint "one2pays_payment_issue_check" check ("issue" in ('amount_mismatch', 'currency_mismatch', 'paid_after_cancel', 'paid_twice', 'qr_amount_mismatch', 'unknown_reference')) not valid;`
    )

    this.addSql(
      `alter table if exists "one2pays_withdraw_event" drop column if exists "reason_message";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "issue_message", drop column if exists "resolution_message";`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "issue_message", drop column if exists "resolution_message";`
    )
  }
}
