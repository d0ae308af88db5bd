import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A payment keeps its idempotency key, so that a refused request and the next one can have two. And money that came for
 * a refused QR stays unfinished until it has an issue of its own.
 */
export class Migration20261130033000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_payment" add column if not exists "idempotency_key" text null;`
    )
    this.addSql(`drop index if exists "IDX_one2pays_payment_unfinished";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_unfinished" ON "one2pays_payment" ("created_at", "id") WHERE (state IN ('creating', 'open') OR (state = 'succeeded' AND settled_at IS NULL AND (issue IS NULL OR (issue = 'qr_amount_mismatch' AND paid_back_at IS NULL)))) AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_one2pays_payment_unfinished";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_unfinished" ON "one2pays_payment" ("created_at", "id") WHERE (state IN ('creating', 'open') OR (state = 'succeeded' AND settled_at IS NULL AND issue IS NULL)) AND deleted_at IS NULL;`
    )
    this.addSql(
      `alter table if exists "one2pays_payment" drop column if exists "idempotency_key";`
    )
  }
}
