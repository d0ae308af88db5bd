import { oneMedusaFor } from "../setup/medusa-with-sandbox"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import groups from "./groups.json"

oneMedusaFor(
  {
    env: {
      ...PAYOUT_LIMITS,
      ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
    },
  },
  groups.refunds
)
