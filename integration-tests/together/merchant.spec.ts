import path from "node:path"
import { oneMedusaFor } from "../setup/medusa-with-sandbox"
import groups from "./groups.json"

oneMedusaFor(
  {
    configDirectory: path.resolve(__dirname, "../apps/merchant"),
    env: {
      STOREFRONT_URL: "https://shop.example",
      MEDUSA_BACKEND_URL: "https://api.shop.example",
      ONE2PAYS_REFUNDS: JSON.stringify({ mode: "off" }),
      ONE2PAYS_UNPAID_ORDERS: "keep",
    },
  },
  groups.merchant
)
