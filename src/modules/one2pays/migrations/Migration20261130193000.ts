import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The ledger of money that moved, and a balance for each day. Rows from before come into the ledger with what is known
 * of them: a payment at the time at which it was settled or raised an issue, a withdraw by its trail.
 */
export class Migration20261130193000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "one2pays_movement" ("id" text not null, "kind" text check ("kind" in ('received', 'further', 'held', 'released', 'refund', 'payout', 'pay_back', 'returned')) not null, "amount" numeric not null, "moved_at" timestamptz not null, "reference_id" text null, "gateway_id" text null, "order_id" text null, "payment_id" text null, "withdraw_id" text null, "key" text not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_movement_pkey" primary key ("id"));`
    )
    this.addSql(
      `create table if not exists "one2pays_wallet_snapshot" ("day" text not null, "wallet" text null, "settlement" text null, "taken_at" timestamptz null, "busy_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "one2pays_wallet_snapshot_pkey" primary key ("day"));`
    )
    this.addSql(
      `create index if not exists "IDX_one2pays_wallet_snapshot_deleted_at" on "one2pays_wallet_snapshot" ("deleted_at") where deleted_at is null;`
    )
    this.addMovements()
    this.addSql(
      `create index if not exists "IDX_one2pays_movement_deleted_at" on "one2pays_movement" ("deleted_at") where deleted_at is null;`
    )
    this.addSql(
      `create unique index if not exists "IDX_one2pays_movement_key_unique" on "one2pays_movement" ("key") where deleted_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_one2pays_movement_moved_at_id" on "one2pays_movement" ("moved_at", "id") where deleted_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_one2pays_movement_payment_id" on "one2pays_movement" ("payment_id") where payment_id is not null and deleted_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_one2pays_movement_withdraw_id" on "one2pays_movement" ("withdraw_id") where withdraw_id is not null and deleted_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_one2pays_movement_held" on "one2pays_movement" ("moved_at") where kind in ('held', 'released') and deleted_at is null;`
    )
    // What was written about money stays as it was written, whoever asks.
    this.addSql(
      `create or replace function one2pays_movement_is_final() returns trigger language plpgsql as $$ begin raise exception 'one2pays_movement is a ledger: rows are only ever added'; end $$;`
    )
    this.addSql(
      `create or replace trigger one2pays_movement_is_final before update or delete on "one2pays_movement" for each row execute function one2pays_movement_is_final();`
    )
  }

  private addMovements(): void {
    const received = `case when settled_at is null and issue_message #>> '{values,received}' ~ '^[0-9]+([.][0-9]+){0,1}$'
      then (issue_message #>> '{values,received}')::numeric else coalesce(asked_amount::numeric, amount) end`
    const surplus = `(issue_message #>> '{values,surplus}')::numeric`
    this.addSql(
      `insert into one2pays_movement (id, kind, amount, raw_amount, moved_at, reference_id, gateway_id, order_id, payment_id, key)
       select 'o2pmv_' || id, 'received', amount, jsonb_build_object('value', amount::text, 'precision', 20), moved_at,
              reference_id, gateway_payment_id, order_id, id, 'received:' || coalesce(gateway_payment_id, id) || ':' || to_char(amount, 'FM999999999999990.00')
         from (select id, reference_id, gateway_payment_id, order_id, ${received} as amount,
                      coalesce(settled_at, issue_raised_at, updated_at) as moved_at
                 from one2pays_payment
                where state = 'succeeded' and deleted_at is null and issue is distinct from 'currency_mismatch') came
       on conflict do nothing;`
    )
    this.addSql(
      `insert into one2pays_movement (id, kind, amount, raw_amount, moved_at, reference_id, gateway_id, order_id, payment_id, key)
       select 'o2pmv_' || id || '_further', 'further', ${surplus}, jsonb_build_object('value', ${surplus}::text, 'precision', 20), issue_raised_at,
              reference_id, gateway_payment_id, order_id, id, 'further:' || id
         from one2pays_payment
        where state = 'succeeded' and deleted_at is null and settled_at is not null and issue = 'paid_twice'
          and issue_message #>> '{values,surplus}' ~ '^[0-9]+([.][0-9]+){0,1}$'
       on conflict do nothing;`
    )
    for (const [kind, condition] of WITHDRAW_MOVEMENTS) {
      this.addSql(
        `insert into one2pays_movement (id, kind, amount, raw_amount, moved_at, reference_id, gateway_id, order_id, withdraw_id, key)
         select 'o2pmv_' || event.id || '_' || move.kind, move.kind, amount, raw_amount, event.created_at,
                reference_id, gateway_withdraw_id, order_id, withdraw.id, event.id || ':' || move.kind
           from one2pays_withdraw_event event
           join one2pays_withdraw withdraw on withdraw.id = event.withdraw_id
          cross join lateral (select ${kind} as kind) move
          where ${condition}
         on conflict do nothing;`
      )
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "one2pays_movement" cascade;`)
    this.addSql(`drop table if exists "one2pays_wallet_snapshot" cascade;`)
    this.addSql(`drop function if exists one2pays_movement_is_final();`)
  }
}

const CAME = `event.from_state in ('sending', 'unknown') and event.to_state in ('pending', 'processing', 'paid', 'failed', 'canceled') and gateway_withdraw_id is not null`

const WITHDRAW_MOVEMENTS = [
  ["'held'", CAME],
  [
    "'released'",
    `event.to_state in ('paid', 'failed', 'canceled') and (event.from_state in ('pending', 'processing') or (${CAME}))`,
  ],
  [
    "case when withdraw.kind = 'refund' then 'refund' when payment_id is not null then 'pay_back' else 'payout' end",
    "event.to_state = 'paid' and event.from_state is distinct from 'paid'",
  ],
  ["'returned'", "event.from_state = 'paid' and event.to_state <> 'paid'"],
] as const
