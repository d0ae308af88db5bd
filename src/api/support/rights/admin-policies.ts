import type { MiddlewareRoute } from "@medusajs/framework/http"

const policy = (
  method: "GET" | "POST",
  path: string,
  resource: string,
  operation: string
): MiddlewareRoute => ({
  matcher: `/admin/one2pays${path}`,
  methods: [method],
  policies: [{ resource, operation }],
})

/**
 * The permission that a role needs for each route, in shops that have switched RBAC on (see `policies/one2pays.ts`).
 * `/issues` checks for itself, since it shows the kinds of issues that a role may read.
 */
export const adminPolicies: MiddlewareRoute[] = [
  policy("GET", "/status", "one2pays_status", "read"),
  policy("GET", "/balance", "one2pays_status", "read"),
  policy("GET", "/money", "one2pays_status", "read"),
  ...["", "/movements", "/export"].map((part) =>
    policy("GET", `/statement${part}`, "one2pays_status", "read")
  ),
  policy("POST", "/statement/compare", "one2pays_status", "read"),
  policy("GET", "/account-checks", "one2pays_status", "read"),
  policy("POST", "/account-checks", "one2pays_unit", "update"),
  ...["confirmations", "proofs"].map((action) =>
    policy("POST", `/unit/${action}`, "one2pays_unit", "update")
  ),
  policy("POST", "/erasures", "one2pays_account_number", "erase"),
  policy("GET", "/payments", "one2pays_payment", "read"),
  policy("GET", "/payments/export", "one2pays_payment", "read"),
  policy("GET", "/payments/:id", "one2pays_payment", "read"),
  ...["check", "cancel", "resolve"].map((action) =>
    policy("POST", `/payments/:id/${action}`, "one2pays_payment", "update")
  ),
  policy("POST", "/payments/:id/pay-back", "one2pays_withdraw", "create"),
  // It makes a payment collection of core's, and says what the order owes.
  {
    ...policy("POST", "/orders/:id/payment-link", "order", "read"),
    policies: [
      { resource: "payment_collection", operation: "create" },
      { resource: "order", operation: "read" },
    ],
  },
  policy("GET", "/withdraws", "one2pays_withdraw", "read"),
  policy("GET", "/withdraws/export", "one2pays_withdraw", "read"),
  policy("GET", "/withdraws/trail", "one2pays_withdraw", "read"),
  policy("GET", "/withdraws/template", "one2pays_withdraw", "create"),
  policy("GET", "/withdraws/:id", "one2pays_withdraw", "read"),
  policy("POST", "/withdraws", "one2pays_withdraw", "create"),
  policy("POST", "/withdraws/bulk", "one2pays_withdraw", "create"),
  policy("POST", "/withdraws/:id/pay-back", "one2pays_withdraw", "create"),
  ...[
    "approve",
    "reject",
    ":id/approve",
    ":id/reject",
    ":id/account-number",
  ].map((action) =>
    policy("POST", `/withdraws/${action}`, "one2pays_withdraw", "approve")
  ),
  ...["check", "cancel", "resolve"].map((action) =>
    policy("POST", `/withdraws/:id/${action}`, "one2pays_withdraw", "update")
  ),
]
