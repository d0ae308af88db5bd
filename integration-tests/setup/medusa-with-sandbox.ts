import { randomBytes, randomUUID } from "node:crypto"
import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { freePort } from "./free-port"
import { secret } from "./secrets"

type Sandbox = Awaited<ReturnType<typeof startSandbox>>
type SandboxOptions = NonNullable<Parameters<typeof startSandbox>[0]>
type RunnerOptions = Parameters<typeof medusaIntegrationTestRunner>[0]
type Medusa = Parameters<RunnerOptions["testSuite"]>[0]

export interface MedusaWithSandbox extends Medusa {
  /** The running gateway; available from `beforeAll` on. */
  getSandbox(): Sandbox
}

/**
 * A real Medusa app with the plugin, on a database of its own, talking HTTP to a One2Pays sandbox that sends
 * its webhooks to the app. One of each per spec file; the database goes back to its state before the first
 * test after every test, the sandbox does not.
 *
 * `env` sets variables that a config reads; `configDirectory` holds another medusa-config. Medusa's jobs run only with
 * `jobs`: else one may come between two steps of a test, or be cut off when the database goes back.
 */
export function medusaWithSandbox({
  testSuite,
  sandbox: sandboxOptions = {},
  env = {},
  jobs = false,
  configDirectory = path.resolve(__dirname, ".."),
}: {
  testSuite: (medusa: MedusaWithSandbox) => void
  sandbox?: SandboxOptions
  env?: Record<string, string>
  jobs?: boolean
  configDirectory?: string
}): void {
  let sandbox: Sandbox | undefined
  const previous = { ...process.env }

  // Hooks of the file run before those of the runner's own describe block, so the config finds these variables.
  beforeAll(async () => {
    const port = await freePort()
    sandbox = await startSandbox({
      rateLimitPerMinute: null,
      webhookUrls: [`http://localhost:${port}/hooks/one2pays`],
      ...sandboxOptions,
    })
    Object.assign(process.env, {
      PORT: String(port),
      ONE2PAYS_BASE_URL: sandbox.url,
      ONE2PAYS_API_KEY: sandbox.apiKey,
      ONE2PAYS_SECRET_KEY: secret("key", sandbox.secretKey),
      ONE2PAYS_WEBHOOK_SECRET: secret("key", sandbox.webhookSecret),
      ONE2PAYS_ENCRYPTION_KEY: secret(
        "key",
        randomBytes(32).toString("base64")
      ),
      JWT_SECRET: secret("key", randomUUID()),
      COOKIE_SECRET: secret("key", randomUUID()),
      MEDUSA_WORKER_MODE: jobs ? "shared" : "server",
      ...env,
    })
  })

  afterAll(async () => {
    await sandbox?.close()
    process.env = previous
  })

  medusaIntegrationTestRunner({
    inApp: true,
    medusaConfigFile: configDirectory,
    cwd: configDirectory,
    testSuite: (medusa) => {
      testSuite(
        Object.assign(medusa, {
          getSandbox: () => {
            if (!sandbox) throw new Error("The sandbox starts in beforeAll.")
            return sandbox
          },
        })
      )
    },
  })
}
