import { oneMedusaFor } from "../setup/medusa-with-sandbox"
import groups from "./groups.json"

oneMedusaFor(
  {
    env: {
      ONE2PAYS_WITHDRAWS: JSON.stringify({
        approvalAbove: 1000,
        maxAmount: "50000.00",
        dailyLimit: 90_000,
      }),
      ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
    },
  },
  groups.payouts
)
