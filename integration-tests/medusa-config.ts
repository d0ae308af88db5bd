import { defineConfig } from "@medusajs/framework/utils"

// The plugins and modules entries are the README's, so that every test also tests what a merchant is told to write.
module.exports = defineConfig({
  projectConfig: {
    // The test runner puts the name of its own database in place of this one's.
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
        encryptionKey: process.env.ONE2PAYS_ENCRYPTION_KEY,
        // The sandbox's, as the vendor's example of a balance has it.
        balanceUnit: "baht",
        withdraws: JSON.parse(process.env.ONE2PAYS_WITHDRAWS ?? "{}"),
        refunds: JSON.parse(process.env.ONE2PAYS_REFUNDS ?? "{}"),
        rateLimit: {
          // Tests buy faster than a test account may.
          perMinute: Number(process.env.ONE2PAYS_RATE_LIMIT ?? 60_000),
        },
        ...(process.env.ONE2PAYS_UNPAID_ORDERS
          ? { unpaidOrders: { action: process.env.ONE2PAYS_UNPAID_ORDERS } }
          : {}),
        // The longest there is: a busy machine may answer late, and a test moves the clock.
        timeoutMs: 19_000,
      },
    },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["query", "one2pays"],
      options: {
        providers: [
          {
            resolve: "medusa-plugin-one2pays/providers/one2pays",
            id: "one2pays",
          },
        ],
      },
    },
    // The test runner reads this file before it reads the flags.
    ...(process.env.MEDUSA_FF_RBAC
      ? [{ resolve: "@medusajs/medusa/rbac" }]
      : []),
  ],
})
