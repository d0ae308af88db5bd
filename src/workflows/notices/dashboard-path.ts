/** Where the dashboard's pages begin: `/app`, or nothing where it has an address of its own. */
export const dashboardPath = ({ path = "/app" }: { path?: string }): string =>
  path.replace(/\/+$/, "")
