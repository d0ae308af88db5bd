import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121031907 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" drop constraint if exists "one2pays_payment_reference_id_unique";`
    )
    this.addSql(
      `create table if not exists "one2pays_payment" ("id" text not null, "session_id" text not null, "payment_collection_id" text not null, "order_id" text null, "attempt" integer null, "reference_id" text null, "gateway_payment_id" text null, "state" text check ("state" in ('initiated', 'creating', 'open', 'succeeded', 'expired', 'failed', 'canceled')) not null default 'initiated', "gateway_status" text null, "amount" numeric not null, "currency_code" text not null, "payment_method" text check ("payment_method" in ('promptpay', 'bank_transfer')) not null, "payer_name" text not null, "payer_bank_code" text not null, "payer_last4" text not null, "payer_sealed" text not null, "next_action" jsonb null, "expires_at" timestamptz null, "settled_at" timestamptz null, "issue" text check ("issue" in ('amount_mismatch', 'currency_mismatch', 'paid_after_cancel', 'paid_twice', 'qr_amount_mismatch', 'unknown_reference')) null, "issue_detail" text null, "cancel_requested_at" timestamptz null, "busy_until" timestamptz null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_payment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_deleted_at" ON "one2pays_payment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_session_id" ON "one2pays_payment" ("session_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_payment_collection_id" ON "one2pays_payment" ("payment_collection_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_state_updated_at" ON "one2pays_payment" ("state", "updated_at") WHERE state IN ('creating', 'open') AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_order_id" ON "one2pays_payment" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_one2pays_payment_reference_id_unique" ON "one2pays_payment" ("reference_id") WHERE reference_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_gateway_payment_id" ON "one2pays_payment" ("gateway_payment_id") WHERE gateway_payment_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "one2pays_webhook_event" ("id" text not null, "name" text not null, "object_id" text null, "reference_id" text null, "outcome" text null, "claimed_until" timestamptz not null, "deliveries" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_webhook_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_webhook_event_deleted_at" ON "one2pays_webhook_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_payment" cascade;`)

    this.addSql(`drop table if exists "one2pays_webhook_event" cascade;`)
  }
}
