/** Files at the root of the gateway that stand below its rooms. */
const GATEWAY_BASE = [
  ...["errors.ts", "clock.ts", "logger.ts", "zod.ts"],
  ...[
    "call-options.ts",
    "invalid-input.ts",
    "payment-methods.ts",
    "route-memory.ts",
    "time-limit.ts",
  ],
]

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
    doctor: ["gateway", "messages"],
    sandbox: [], // so that a mistake on one side shows against the other
    policies: [],
    card: [],
    modules: ["doctor", "gateway", "messages"],
    links: ["modules"],
    providers: ["modules", "gateway", "messages"],
    workflows: ["modules", "doctor", "gateway", "messages"],
    api: ["workflows", "modules", "doctor", "gateway", "messages", "card"],
    jobs: ["workflows", "modules", "gateway", "messages"],
    subscribers: ["workflows", "modules", "gateway", "messages"],
    // Types of the answers, and pure files: see eslint.config.mjs.
    admin: ["api", "storefront", "modules", "messages"],
    storefront: ["messages", "card"],
  },
  // Files that are not named here (client, index, server, cli …) stand on top.
  "src/gateway": {
    "errors.ts": [],
    "clock.ts": [],
    "logger.ts": [],
    "zod.ts": [],
    "call-options.ts": [],
    "invalid-input.ts": ["errors.ts"],
    "payment-methods.ts": [],
    "route-memory.ts": [],
    "time-limit.ts": ["clock.ts"],
    money: GATEWAY_BASE,
    webhooks: [...GATEWAY_BASE, "money"],
    "limits/gate.ts": GATEWAY_BASE,
    "limits/breaker.ts": [...GATEWAY_BASE, "limits/gate.ts"],
    limits: [...GATEWAY_BASE, "money"],
    http: [...GATEWAY_BASE, "money", "limits"],
    resources: [...GATEWAY_BASE, "money", "limits", "http"],
    "options.ts": [...GATEWAY_BASE, "money", "limits"],
  },
  "src/sandbox": {
    "clock.ts": [],
    wire: [],
    records: ["clock.ts", "wire"],
    webhooks: ["clock.ts", "wire", "records"],
    state: ["clock.ts", "wire", "records", "webhooks"],
    api: ["clock.ts", "wire", "records", "state"],
    controls: ["wire", "records", "webhooks", "state"],
    pages: ["wire", "records", "state", "controls"],
    "options.ts": ["clock.ts", "wire", "records", "webhooks"],
  },
  "src/doctor": {
    "exchange.ts": [],
    "finding.ts": [],
    "shapes.ts": ["exchange.ts"],
    "settings.ts": ["finding.ts"],
    "wire.ts": ["exchange.ts", "finding.ts"],
    webhooks: ["exchange.ts", "finding.ts", "shapes.ts", "settings.ts"],
    "visit.ts": ["exchange.ts", "finding.ts", "settings.ts", "wire.ts"],
    "judge-shape.ts": ["finding.ts", "shapes.ts"],
    probes: [
      ...["exchange.ts", "finding.ts", "shapes.ts", "settings.ts", "wire.ts"],
      ...["visit.ts", "judge-shape.ts"],
    ],
  },
  "src/messages": {
    texts: [],
  },
  "src/modules/one2pays": {
    models: [],
    migrations: [],
    config: [],
    shared: ["config"],
    errors: ["shared", "config"],
    loaders: ["config"],
    core: ["shared"],
    ledger: ["shared"],
    notices: ["errors", "shared", "config"],
    issues: ["notices", "errors", "shared", "config"],
    "gateway-state": ["notices", "errors", "shared", "config"],
    webhooks: ["errors", "shared", "config"],
    payers: ["gateway-state", "errors", "shared", "config"],
    payments: [
      ...["payers", "issues", "ledger", "core", "gateway-state"],
      ...["errors", "shared", "config"],
    ],
    reconciliation: [
      ...["payments", "issues", "core", "gateway-state"],
      ...["errors", "shared", "config"],
    ],
    "withdraw-rules": ["payers", "core", "errors", "shared", "config"],
    withdraws: [
      ...["withdraw-rules", "notices"],
      ...["payments", "payers", "issues", "ledger", "core", "gateway-state"],
      ...["errors", "shared", "config"],
    ],
    statement: [
      ...["withdraw-rules", "payments", "ledger", "errors", "shared"],
      "config",
    ],
    reports: [
      "withdraw-rules",
      ...["withdraws", "reconciliation", "payments", "webhooks", "payers"],
      ...["issues", "core", "gateway-state", "errors", "shared", "config"],
    ],
  },
  "src/admin": {
    i18n: [],
    client: [],
    format: [],
    ui: ["client", "format"],
    money: ["ui", "client", "format"],
    settings: ["ui", "client", "format"],
    statement: ["ui", "client", "format"],
    payments: ["ui", "client", "format"],
    payouts: ["money", "ui", "client", "format"],
    orders: ["payments", "payouts", "ui", "client", "format"],
    issues: ["payments", "payouts", "ui", "client", "format"],
    widgets: ["money", "orders", "client"],
    routes: [
      ...["issues", "money", "orders", "payouts", "settings", "statement"],
      "ui",
    ],
  },
  "src/storefront/react": {
    texts: [],
    payer: ["texts"],
    payment: ["texts", "payer"],
  },
  "src/workflows": {
    "background-rounds.ts": [],
    notices: ["background-rounds.ts"],
    customers: [],
    payments: [],
    withdraws: ["background-rounds.ts"],
    unit: [],
    account: ["unit"],
    orders: ["payments", "notices"],
    reconciliation: ["orders", "payments", "notices"],
  },
}

/** Files at the root of a floor that its rooms share: these import none of them. */
const ROOTS = [
  {
    target: "./src/admin/payouts/*.*",
    from: ["list", "detail", "new", "upload"].map(
      (room) => `./src/admin/payouts/${room}`
    ),
    message: "the files that the rooms of payouts share import none of them",
  },
  ...["detail", "new", "upload"].map((room) => ({
    target: `./src/admin/payouts/${room}`,
    from: ["list", "detail", "new", "upload"]
      .filter((other) => other !== room)
      .map((other) => `./src/admin/payouts/${other}`),
    message: "the list of payouts alone opens the other rooms",
  })),
  {
    target: "./src/admin/payouts/list",
    from: "./src/admin/payouts/detail",
    message: "the list leads to a payout's page by its address",
  },
  {
    target: "./src/storefront/*.*",
    from: "./src/storefront/react",
    message: "shops without React use the storefront's root",
  },
]

/** For `import/no-restricted-paths`. */
export const zones = [...ROOTS, ...rooms()]

function rooms() {
  return Object.entries(FLOORS).flatMap(([floor, rooms]) =>
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
}
