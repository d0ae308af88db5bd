import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors:
        process.env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    // The demo is a production build on plain http, where a browser drops a cookie marked secure. A real shop has https and no such line.
    cookieOptions: { secure: false },
  },
  // Payment links that staff copy lead to the storefront, whose pages live behind the #.
  admin: {
    storefrontUrl: `${process.env.STORE_CORS ?? "http://localhost:8000"}/#`,
  },
  plugins: [
    {
      resolve: "medusa-plugin-one2pays",
      options: {
        apiKey: process.env.ONE2PAYS_API_KEY,
        secretKey: process.env.ONE2PAYS_SECRET_KEY,
        webhookSecret: process.env.ONE2PAYS_WEBHOOK_SECRET,
        baseUrl: process.env.ONE2PAYS_BASE_URL,
        merchantName: "บ้านเดโม",
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
  ],
})
