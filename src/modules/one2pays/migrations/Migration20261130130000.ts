import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["one2pays_payment", "one2pays_withdraw"]

/**
 * An issue keeps the payout that pays its money back: it is resolved when that money has arrived, and open again when it
 * has not. Issues of former pay-backs were resolved when staff asked, and are open again like any other.
 */
export class Migration20261130130000 extends Migration {
  override async up(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(
        `alter table if exists "${table}" add column if not exists "pay_back_id" text null, add column if not exists "paying_back_since" timestamptz null;`
      )
      this.addSql(
        `update "${table}" set "pay_back_id" = "resolution_message"->'values'->>'payout', "paying_back_since" = "resolved_at" where "issue" is not null and "resolved_at" is not null and "resolution_message"->>'key' = 'paid_back_by';`
      )
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_pay_back_id" ON "${table}" ("pay_back_id") WHERE pay_back_id IS NOT NULL AND deleted_at IS NULL;`
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`drop index if exists "IDX_${table}_pay_back_id";`)
      this.addSql(
        `alter table if exists "${table}" drop column if exists "pay_back_id", drop column if exists "paying_back_since";`
      )
    }
  }
}
