import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121130450 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "reconcile_until" timestamptz null, add column if not exists "reconcile_cursor" text null, add column if not exists "reconciled_at" timestamptz null;`
    )

    this.addSql(`drop index if exists "IDX_one2pays_payment_issue";`)

    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "gateway_created_at" timestamptz null, add column if not exists "ended_at" timestamptz null, add column if not exists "replaced_at" timestamptz null, add column if not exists "closed_at" timestamptz null, add column if not exists "kept_unpaid_at" timestamptz null, add column if not exists "issue_raised_at" timestamptz null, add column if not exists "issue_announced_at" timestamptz null, add column if not exists "resolved_at" timestamptz null, add column if not exists "resolved_by" text null, add column if not exists "resolution" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_unfinished" ON "one2pays_payment" ("created_at", "id") WHERE (state IN ('creating', 'open') OR (state = 'succeeded' AND settled_at IS NULL AND issue IS NULL)) AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_gateway_created_at" ON "one2pays_payment" ("gateway_created_at") WHERE gateway_created_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_ended_at" ON "one2pays_payment" ("ended_at") WHERE ended_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_unpaid" ON "one2pays_payment" ("ended_at") WHERE ended_at IS NOT NULL AND closed_at IS NULL AND replaced_at IS NULL AND kept_unpaid_at IS NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_issue_issue_raised_at" ON "one2pays_payment" ("issue", "issue_raised_at") WHERE issue IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "reconcile_until", drop column if exists "reconcile_cursor", drop column if exists "reconciled_at";`
    )

    this.addSql(`drop index if exists "IDX_one2pays_payment_unfinished";`)
    this.addSql(
      `drop index if exists "IDX_one2pays_payment_gateway_created_at";`
    )
    this.addSql(`drop index if exists "IDX_one2pays_payment_ended_at";`)
    this.addSql(`drop index if exists "IDX_one2pays_payment_unpaid";`)
    this.addSql(
      `drop index if exists "IDX_one2pays_payment_issue_issue_raised_at";`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "gateway_created_at", drop column if exists "ended_at", drop column if exists "replaced_at", drop column if exists "closed_at", drop column if exists "kept_unpaid_at", drop column if exists "issue_raised_at", drop column if exists "issue_announced_at", drop column if exists "resolved_at", drop column if exists "resolved_by", drop column if exists "resolution";`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_issue" ON "one2pays_payment" ("issue") WHERE issue IS NOT NULL AND deleted_at IS NULL;`
    )
  }
}
