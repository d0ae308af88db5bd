import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { adminErrors } from "./support/admin-errors"
import { adminPolicies } from "./support/admin-policies"
import {
  hideLinkedFromRoles,
  hideLinkedFromStore,
} from "./support/guard-linked-fields"
import { keepErrorNotes } from "./support/keep-error-notes"
import { rememberKeyMaker, requireKnownPerson } from "./support/known-people"
import { localizeErrors } from "./support/localize-errors"
import { localizeNotices } from "./support/localize-notices"
import { logRefusals } from "./support/log-refusals"
import {
  choosesOne2Pays,
  completesWithOne2Pays,
  refuseInOutage,
} from "./support/refuse-in-outage"
import { prepareOrderPayment } from "./support/prepare-order-payment"
import { refreshChangedAmount } from "./support/refresh-changed-amount"
import { refuseNul } from "./support/refuse-nul"
import { sealPayer } from "./support/seal-payer"

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
