import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { adminErrors } from "./support/language/admin-errors"
import { adminPolicies } from "./support/rights/admin-policies"
import {
  hideLinkedFromRoles,
  hideLinkedFromStore,
} from "./support/rights/guard-linked-fields"
import { keepErrorNotes } from "./support/language/keep-error-notes"
import {
  rememberKeyMaker,
  requireKnownPerson,
} from "./support/rights/known-people"
import { localizeErrors } from "./support/language/localize-errors"
import { localizeNotices } from "./support/language/localize-notices"
import { logRefusals } from "./support/language/log-refusals"
import {
  choosesOne2Pays,
  completesWithOne2Pays,
  refuseInOutage,
} from "./support/checkout/refuse-in-outage"
import { prepareOrderPayment } from "./support/checkout/prepare-order-payment"
import { refreshChangedAmount } from "./support/checkout/refresh-changed-amount"
import { refuseNul } from "./support/requests/refuse-nul"
import { sealPayer } from "./support/checkout/seal-payer"

// Core's parser inflates and parses a body before it knows who asks. Our routes read theirs themselves (`readJson`).
const unparsed = { bodyParser: false } as const

export default defineMiddlewares({
  routes: [
    {
      matcher: "/hooks/one2pays",
      // The signature covers the raw bytes, and no parser may read a forged body.
      ...unparsed,
    },
    {
      matcher: "/store/*",
      middlewares: [hideLinkedFromStore],
    },
    {
      matcher: "/admin/*",
      middlewares: [hideLinkedFromRoles],
    },
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [
        logRefusals,
        localizeErrors("payment_collection"),
        refuseInOutage(choosesOne2Pays),
        sealPayer,
        prepareOrderPayment,
      ],
    },
    {
      matcher: "/store/carts/:id/complete",
      methods: ["POST"],
      middlewares: [
        logRefusals,
        refreshChangedAmount,
        localizeErrors("cart"),
        refuseInOutage(completesWithOne2Pays),
      ],
    },
    {
      matcher: "/store/one2pays/*",
      ...unparsed,
      middlewares: [logRefusals, refuseNul],
    },
    {
      matcher: "/one2pays/*",
      ...unparsed,
      middlewares: [refuseNul],
    },
    {
      matcher: "/one2pays/pay/:token",
      methods: ["POST"],
      // The page itself says what was refused, in the reader's language.
      middlewares: [keepErrorNotes],
    },
    {
      matcher: "/store/one2pays/orders/:id",
      middlewares: [localizeErrors("order")],
    },
    {
      matcher: "/store/one2pays/orders/:id/payments",
      methods: ["POST"],
      middlewares: [localizeErrors("order"), refuseInOutage(() => true)],
    },
    {
      matcher: "/store/one2pays/orders/:id/check",
      methods: ["POST"],
      middlewares: [localizeErrors("order"), refuseInOutage(() => true)],
    },
    {
      matcher: "/store/one2pays/payers",
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
    {
      matcher: "/admin/one2pays/*",
      ...unparsed,
      middlewares: [logRefusals, adminErrors, refuseNul],
    },
    {
      matcher: "/admin/one2pays/*",
      methods: ["POST"],
      middlewares: [requireKnownPerson],
    },
    {
      matcher: "/admin/api-keys/:id",
      methods: ["DELETE"],
      middlewares: [rememberKeyMaker],
    },
    {
      matcher: "/admin/notifications",
      methods: ["GET"],
      middlewares: [localizeNotices],
    },
    {
      matcher: "/admin/payments/*",
      methods: ["POST"],
      middlewares: [logRefusals],
    },
    ...adminPolicies,
  ],
})
