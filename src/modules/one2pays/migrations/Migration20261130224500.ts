import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The list of all payments: its orders, and what staff search for. */
export class Migration20261130224500 extends Migration {
  override async up(): Promise<void> {
    for (const [name, columns, condition] of INDEXES) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_one2pays_payment_${name}" ON "one2pays_payment" (${columns}) WHERE ${condition}deleted_at IS NULL;`
      )
    }
    // They find a part of a word. A database that does not offer them, or not to this user, reads the whole table instead.
    this.addSql(
      `do $$ begin
         create extension if not exists pg_trgm;
         ${WORDS.map(
           ([table, columns]) =>
             `create index if not exists "IDX_${table}_words" on "${table}" using gin (${columns.map((column) => `"${column}" gin_trgm_ops`).join(", ")}) where deleted_at is null;`
         ).join("\n         ")}
       exception when insufficient_privilege or undefined_file or undefined_object or feature_not_supported then
         raise notice 'one2pays: this database has no pg_trgm for this user, searches read whole tables';
       end $$;`
    )
  }

  override async down(): Promise<void> {
    for (const [table] of WORDS) {
      this.addSql(`drop index if exists "IDX_${table}_words";`)
    }
    for (const [name] of INDEXES) {
      this.addSql(`drop index if exists "IDX_one2pays_payment_${name}";`)
    }
  }
}

const INDEXES = [
  ["created_at_id", '"created_at", "id"', ""],
  ["state_created_at_id", '"state", "created_at", "id"', ""],
  ["amount_id", '"amount", "id"', ""],
  ["asked_amount", '"asked_amount"', "asked_amount IS NOT NULL AND "],
  ["payer_last4", '"payer_last4"', ""],
] as const

const WORDS = [
  ["one2pays_payment", ["payer_name", "reference_id", "gateway_payment_id"]],
  [
    "one2pays_withdraw",
    [
      ...["account_name", "description"],
      ...["reference_id", "gateway_withdraw_id", "order_id"],
    ],
  ],
] as const
