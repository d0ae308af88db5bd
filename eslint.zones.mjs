/**
 * The rooms of `src` from the ground up. A room may import the rooms that are named behind it, and no other: so nothing
 * imports upward, and no two rooms import each other.
 *
 * @type {Record<string, Record<string, string[]>>}
 */
const FLOORS = {
  src: {
    gateway: [],
    messages: ["gateway"], // types alone, see eslint.config.mjs
    sandbox: [], // so that a mistake on one side shows against the other
    policies: [],
    modules: ["gateway", "messages"],
    links: ["modules"],
    providers: ["modules", "gateway", "messages"],
    workflows: ["modules", "gateway", "messages"],
    api: ["workflows", "modules", "gateway", "messages"],
    jobs: ["workflows", "modules", "gateway", "messages"],
    subscribers: ["workflows", "modules", "gateway", "messages"],
  },
  "src/modules/one2pays": {
    models: [],
    migrations: [],
    config: [],
    shared: ["config"],
    errors: ["shared", "config"],
    loaders: ["config"],
    core: ["shared"],
    issues: ["errors", "shared", "config"],
    "gateway-state": ["errors", "shared", "config"],
    webhooks: ["errors", "shared", "config"],
    payers: ["errors", "shared", "config"],
    payments: [
      ...["payers", "issues", "core", "gateway-state"],
      ...["errors", "shared", "config"],
    ],
    reconciliation: [
      ...["payments", "issues", "core", "gateway-state"],
      ...["errors", "shared", "config"],
    ],
    withdraws: [
      ...["payments", "payers", "issues", "core", "gateway-state"],
      ...["errors", "shared", "config"],
    ],
    reports: [
      ...["withdraws", "reconciliation", "payments", "webhooks", "payers"],
      ...["issues", "core", "gateway-state", "errors", "shared", "config"],
    ],
  },
  "src/workflows": {
    notices: [],
    customers: [],
    payments: [],
    withdraws: [],
    orders: ["payments", "notices"],
    reconciliation: ["orders", "payments", "notices"],
  },
}

/** For `import/no-restricted-paths`. */
export const zones = Object.entries(FLOORS).flatMap(([floor, rooms]) =>
  Object.entries(rooms).map(([room, below]) => ({
    target: `./${floor}/${room}`,
    from: `./${floor}`,
    except: [room, ...below].map((allowed) => `./${allowed}`),
    message:
      below.length > 0
        ? `${room} stands on ${below.join(", ")}`
        : `${room} imports no other room of ${floor}`,
  }))
)
