import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Tells a gateway that answers nobody from one that is under maintenance. */
export class Migration20261130220000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "one2pays_gateway_state" add column if not exists "outage_reason" text check ("outage_reason" in ('maintenance', 'silence')) not null default 'maintenance';`
    )
  }

  override async down(): Promise<void> {
    // Without the reason, a silence would be taken for a maintenance.
    this.addSql(
      `update "one2pays_gateway_state" set "maintenance_started_at" = null, "maintenance_probes" = 0, "next_probe_at" = null where "outage_reason" = 'silence';`
    )
    this.addSql(
      `alter table if exists "one2pays_gateway_state" drop column if exists "outage_reason";`
    )
  }
}
