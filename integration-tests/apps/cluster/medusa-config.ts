import { defineConfig, Modules } from "@medusajs/framework/utils"

const redis = { redisUrl: process.env.REDIS_URL }

// One of several instances of a shop: Medusa's Redis modules, as its documentation asks of shops with more than one.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    redisUrl: process.env.REDIS_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  plugins: [
    {
      resolve: "medusa-plugin-one2pays",
      options: {
        apiKey: process.env.ONE2PAYS_API_KEY,
        secretKey: process.env.ONE2PAYS_SECRET_KEY,
        webhookSecret: process.env.ONE2PAYS_WEBHOOK_SECRET,
        baseUrl: process.env.ONE2PAYS_BASE_URL,
        encryptionKey: process.env.ONE2PAYS_ENCRYPTION_KEY,
        rateLimit: { perMinute: 60_000 },
        timeoutMs: 4000,
      },
    },
  ],
  modules: [
    // Nobody searches here, and its tables need a process of their own to be made.
    { key: Modules.SEARCH, disable: true },
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
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: {
        // Says of every scheduled job that is running which process runs it.
        redis: { ...redis, jobWorkerOptions: { name: String(process.pid) } },
      },
    },
    { resolve: "@medusajs/medusa/event-bus-redis", options: redis },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: redis,
          },
        ],
      },
    },
  ],
})
