import type { ConfigModule } from "@medusajs/framework/types"

/** Where the dashboard's pages begin: `/app`, or nothing where it has an address of its own. */
export const dashboardPath = ({ path }: ConfigModule["admin"]): string =>
  (path ?? "/app").replace(/\/+$/, "")
