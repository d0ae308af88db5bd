import path from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

// A shop with a payment provider, an error handler and mails of its own.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  plugins: [
    {
      resolve: "medusa-plugin-one2pays",
      options: {
        apiKey: process.env.ONE2PAYS_API_KEY,
        secretKey: process.env.ONE2PAYS_SECRET_KEY,
        webhookSecret: process.env.ONE2PAYS_WEBHOOK_SECRET,
        baseUrl: process.env.ONE2PAYS_BASE_URL,
        refunds: JSON.parse(process.env.ONE2PAYS_REFUNDS ?? "{}"),
        withdraws: JSON.parse(process.env.ONE2PAYS_WITHDRAWS ?? "{}"),
        // The sandbox's, as the vendor's example of a balance has it.
        balanceUnit: "baht",
        balanceAlert: process.env.ONE2PAYS_BALANCE_ALERT,
        notify: JSON.parse(process.env.ONE2PAYS_NOTIFY ?? "[]"),
        ...(process.env.ONE2PAYS_UNPAID_ORDERS
          ? { unpaidOrders: { action: process.env.ONE2PAYS_UNPAID_ORDERS } }
          : {}),
        // Tests buy faster than a test account may, and a busy machine answers late.
        rateLimit: { perMinute: 60_000 },
        timeoutMs: 19_000,
      },
    },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { channels: ["email", "feed"] },
          },
          {
            resolve: path.resolve(__dirname, "src/modules/line"),
            id: "line",
            options: {
              channels: ["line"],
              accessToken: process.env.LINE_ACCESS_TOKEN,
              apiUrl: process.env.LINE_API_URL,
            },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["query", "one2pays"],
      options: {
        providers: [
          {
            resolve: "medusa-plugin-one2pays/providers/one2pays",
            id: "one2pays",
          },
          {
            resolve: path.resolve(__dirname, "src/failing-payments"),
            id: "shop",
          },
        ],
      },
    },
  ],
})
