import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      // The storefront's address must stand in storeCors, or the browser hides our answers from it.
      storeCors: process.env.STORE_CORS || "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS || "http://localhost:9000",
      authCors:
        process.env.AUTH_CORS || "http://localhost:8000,http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },

  // 1 of 2: the plugin, with all its options.
  plugins: [
    {
      resolve: "medusa-plugin-one2pays",
      options: {
        // One2Pays dashboard > Integrations. Both keys have the same mode: pk_test_ with sk_test_, pk_live_ with sk_live_.
        apiKey: process.env.ONE2PAYS_API_KEY,
        secretKey: process.env.ONE2PAYS_SECRET_KEY,
        // One2Pays dashboard > Webhooks: the signing secret of the endpoint. Give a list while you replace it.
        webhookSecret: process.env.ONE2PAYS_WEBHOOK_SECRET,
        // The API address that One2Pays gave you, of the same environment as the keys: https, or http for localhost.
        baseUrl: process.env.ONE2PAYS_BASE_URL,

        // How the account writes THB 10.00: "satang" sends "1000.00", "baht" sends "10.00". The plugin checks every QR against the
        // order, so a wrong unit stops the first test payment instead of charging a hundred times too much or too little.
        amountUnit: "satang",

        // The customer's methods. The first serves when the storefront names none.
        paymentMethods: ["promptpay", "bank_transfer"],

        // The smallest and the largest payment in THB, and the banks of payers and payouts by their three digits, if not all.
        // minAmount: 50,
        // maxAmount: 100_000,
        // banks: ["002", "004", "006", "011", "014", "025", "030"],

        // Minutes until a payment expires: 5 to 1440.
        paymentExpiresInMinutes: 30,

        // One gateway call, retries included: 100 to 19000. Medusa holds the cart's lock meanwhile.
        timeoutMs: 10_000,

        // Seals the customers' bank account numbers in the database: 32 bytes, `openssl rand -base64 32`.
        // Without it, the plugin derives the key from secretKey, and a new secretKey makes the stored numbers unreadable: set it
        // before going live. To replace it, give a list: the first seals, all open.
        // encryptionKey: process.env.ONE2PAYS_ENCRYPTION_KEY,

        // One2Pays' limit for your account, if it is not 1000 (live keys) or 100 (test keys). PostgreSQL counts, or Redis with
        // redisUrl, which needs `npm install ioredis`.
        // rateLimit: { perMinute: 1000, redisUrl: process.env.REDIS_URL },

        // The unit of the balance in GET /admin/one2pays/balance, if it is not amountUnit.
        // balanceUnit: "baht",

        // The end of an order, so long after its last payment ended unpaid: "cancel" frees its stock, "keep" tells the admin's
        // notification feed. Until then the customer can try again.
        unpaidOrders: { action: "cancel", afterMinutes: 60 },

        // Payouts, in THB. Above approvalAbove a second person has to approve. dailyLimit is for all payouts of one day in Bangkok.
        // The same amount to the same account within duplicateDays needs a reason and a second person; 0 asks for none.
        withdraws: { approvalAbove: 0, duplicateDays: 7 },
        // withdraws: { approvalAbove: 1_000, maxAmount: 50_000, dailyLimit: 200_000 },
        // feeMargin stays in the wallet, if One2Pays takes its fees from there: an amount, or a part of the wallet such as "1.5%".
        // withdraws: { feeMargin: 500 },

        // The plugin pays a refund out to the customer's own account. "off" refuses refunds.
        refunds: { mode: "withdraw" },

        // The shop's name as its customers know it, which stands on the QR card and in the mail's picture of it.
        // merchantName: "ร้านน้ำผึ้ง",

        // Staff are told when the wallet at One2Pays falls below this amount in THB.
        // balanceAlert: 5_000,

        // Who hears by mail or message of what waits, failed or needs a person, beside the dashboard's feed: docs/notices.md.
        // notify: [{ channel: "email", to: ["finance@shop.example"], locale: "th" }],

        // Days until the plugin erases the account number of a payment or payout that has ended: 1 to 3650. A refund needs the number,
        // so the days should outlast returns and disputes.
        keepAccountNumbersDays: 400,
      },
    },
  ],

  // 2 of 2: the payment provider pp_one2pays_one2pays. It has no options of its own.
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      // Both are needed: the provider finds the order with `query` and does its work in the module `one2pays`.
      dependencies: ["query", "one2pays"],
      options: {
        providers: [
          {
            resolve: "medusa-plugin-one2pays/providers/one2pays",
            id: "one2pays",
          },
          // Put further payment providers into this same list: a second entry for the payment module replaces the first.
        ],
      },
    },
  ],
})
