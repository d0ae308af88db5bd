import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121133316 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop constraint if exists "one2pays_withdraw_refund_id_unique";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop constraint if exists "one2pays_withdraw_request_key_unique";`
    )
    this.addSql(
      `alter table if exists "one2pays_withdraw" drop constraint if exists "one2pays_withdraw_reference_id_unique";`
    )
    this.addSql(
      `create table if not exists "one2pays_withdraw" ("id" text not null, "kind" text check ("kind" in ('payout', 'refund')) not null, "state" text check ("state" in ('requires_approval', 'approved', 'sending', 'unknown', 'pending', 'processing', 'paid', 'failed', 'canceled', 'rejected')) not null, "amount" numeric not null, "currency_code" text not null, "account_name" text not null, "bank_code" text not null, "account_last4" text not null, "account_sealed" text not null, "description" text null, "metadata" jsonb null, "reference_id" text not null, "idempotency_key" text not null, "request_key" text null, "batch_id" text null, "requested_by" text not null, "decided_by" text null, "decided_at" timestamptz null, "payment_id" text null, "order_id" text null, "refund_id" text null, "gateway_withdraw_id" text null, "gateway_status" text null, "gateway_created_at" timestamptz null, "sent_at" timestamptz null, "accepted_at" timestamptz null, "failure" text null, "ended_at" timestamptz null, "busy_until" timestamptz null, "issue" text check ("issue" in ('amount_mismatch', 'paid_after_cancel', 'refund_failed')) null, "issue_detail" text null, "issue_raised_at" timestamptz null, "issue_announced_at" timestamptz null, "resolved_at" timestamptz null, "resolved_by" text null, "resolution" text null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_withdraw_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_deleted_at" ON "one2pays_withdraw" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_reference_id_unique" ON "one2pays_withdraw" ("reference_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_request_key_unique" ON "one2pays_withdraw" ("request_key") WHERE request_key IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_refund_id_unique" ON "one2pays_withdraw" ("refund_id") WHERE refund_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_payment_id" ON "one2pays_withdraw" ("payment_id") WHERE payment_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_order_id" ON "one2pays_withdraw" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_gateway_withdraw_id" ON "one2pays_withdraw" ("gateway_withdraw_id") WHERE gateway_withdraw_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_unfinished" ON "one2pays_withdraw" ("state", "created_at", "id") WHERE state NOT IN ('paid', 'failed', 'canceled', 'rejected') AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_created_at" ON "one2pays_withdraw" ("created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_issue_issue_raised_at" ON "one2pays_withdraw" ("issue", "issue_raised_at") WHERE issue IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "one2pays_withdraw_event" ("id" text not null, "withdraw_id" text not null, "actor" text not null, "from_state" text null, "to_state" text not null, "reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_withdraw_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_event_deleted_at" ON "one2pays_withdraw_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_withdraw_event_withdraw_id_created_at" ON "one2pays_withdraw_event" ("withdraw_id", "created_at") WHERE deleted_at IS NULL;`
    )

    // What was written about money stays as it was written, whoever asks.
    this.addSql(
      `create or replace function one2pays_withdraw_event_is_final() returns trigger language plpgsql as $$ begin raise exception 'one2pays_withdraw_event is an audit trail: rows are only ever added'; end $$;`
    )
    this.addSql(
      `create or replace trigger one2pays_withdraw_event_is_final before update or delete on "one2pays_withdraw_event" for each row execute function one2pays_withdraw_event_is_final();`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_withdraw" cascade;`)

    this.addSql(`drop table if exists "one2pays_withdraw_event" cascade;`)
    this.addSql(`drop function if exists one2pays_withdraw_event_is_final();`)
  }
}
