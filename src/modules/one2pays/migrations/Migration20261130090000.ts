import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ISSUES =
  "'amount_mismatch', 'delayed', 'paid_after_cancel', 'payout_failed', 'refund_failed', 'returned'"
const ISSUES_BEFORE = "'amount_mismatch', 'paid_after_cancel', 'refund_failed'"

/** Money that a bank sent back, issues of plain payouts, and the news of withdraws that wait to be told. */
export class Migration20261130090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_withdraw" add column if not exists "returned_at" timestamptz null;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop constraint if exists "one2pays_withdraw_issue_check";`
    )
    // Not validated: every row passed the narrower check, and reading them all again would hold the table meanwhile.
    this.addSql(
      `alter table if exists "one2pays_withdraw" add constraint "one2pays_withdraw_issue_check" check ("issue" in (${ISSUES})) not valid;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_left" ON "one2pays_withdraw" ("ended_at") WHERE (state = 'paid' OR returned_at IS NOT NULL) AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_returned_at" ON "one2pays_withdraw" ("returned_at") WHERE returned_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_ended_at";`)
    this.addSql(
      `create table if not exists "one2pays_withdraw_news" ("id" text not null, "withdraw_id" text not null, "event" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_withdraw_news_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_news_deleted_at" ON "one2pays_withdraw_news" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_withdraw_news" cascade;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_ended_at" ON "one2pays_withdraw" ("ended_at") WHERE state = 'paid' AND deleted_at IS NULL;`
    )
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_returned_at";`)
    this.addSql(`drop index if exists "IDX_one2pays_withdraw_left";`)
    this.addSql(
      `update "one2pays_withdraw" set "issue" = 'refund_failed' where "issue" in ('delayed', 'payout_failed', 'returned');`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop constraint if exists "one2pays_withdraw_issue_check";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" add constraint "one2pays_withdraw_issue_check" check ("issue" in (${ISSUES_BEFORE})) not valid;`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop column if exists "returned_at";`
    )
  }
}
