import path from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

/**
 * A shop with the payment providers that BENCH_PROVIDERS names: none, one, or both, so that one app can be compared with itself. What
 * it says of One2Pays is what the README tells a merchant to write.
 */
const wanted = new Set((process.env.BENCH_PROVIDERS ?? "").split(","))

const one2pays = {
  resolve: "medusa-plugin-one2pays/providers/one2pays",
  id: "one2pays",
}

const stripe = {
  resolve: path.join(__dirname, "stripe-on-loopback"),
  id: "stripe",
  options: {
    apiKey: "sk_test_bench",
    webhookSecret: process.env.STRIPE_WEBHOOK_SECRET,
    // Places the order first and waits for the money, as One2Pays does.
    asyncPaymentMethodTypes: ["promptpay"],
  },
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: "bench",
      cookieSecret: "bench",
    },
  },
  // Built files that are served as they are: no part of what is measured.
  admin: { disable: true },
  plugins: wanted.has("one2pays")
    ? [
        {
          resolve: "medusa-plugin-one2pays",
          options: {
            apiKey: process.env.ONE2PAYS_API_KEY,
            secretKey: process.env.ONE2PAYS_SECRET_KEY,
            webhookSecret: process.env.ONE2PAYS_WEBHOOK_SECRET,
            baseUrl: process.env.ONE2PAYS_BASE_URL,
            // As with live keys. Of test keys' 100 an order a second uses more, and the wait for a turn would be measured.
            rateLimit: { perMinute: 1000 },
            withdraws: { approvalAbove: 1_000_000 },
          },
        },
      ]
    : [],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      ...(wanted.has("one2pays")
        ? { dependencies: ["query", "one2pays"] }
        : {}),
      options: {
        providers: [
          ...(wanted.has("one2pays") ? [one2pays] : []),
          ...(wanted.has("stripe") ? [stripe] : []),
        ],
      },
    },
  ],
})
