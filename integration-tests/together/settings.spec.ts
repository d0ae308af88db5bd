import { oneMedusaFor } from "../setup/medusa-with-sandbox"
import groups from "./groups.json"

oneMedusaFor(
  {
    env: {
      ONE2PAYS_REFUNDS: JSON.stringify({ mode: "off" }),
      ONE2PAYS_UNPAID_ORDERS: "keep",
      ONE2PAYS_WITHDRAWS: JSON.stringify({ approvalAbove: 100_000 }),
      ONE2PAYS_TIMEOUT_MS: "1500",
    },
  },
  groups.settings
)
