import { randomBytes, randomUUID } from "node:crypto"
import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { replaceSystemClock } from "medusa-plugin-one2pays/gateway/clock"
import { startSandbox } from "medusa-plugin-one2pays/sandbox"
import { Admin, CHECKER, MAKER, STAFF } from "./admin"
import { freePort } from "./free-port"
import { lazily } from "./lazily"
import { MovableClock } from "./movable-clock"
import { databaseIsBack } from "./restores"
import { secret } from "./secrets"
import { shareShop } from "./shop"

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>
export type SandboxOptions = NonNullable<Parameters<typeof startSandbox>[0]>
type RunnerOptions = Parameters<typeof medusaIntegrationTestRunner>[0]
type Medusa = Parameters<RunnerOptions["testSuite"]>[0]

interface MedusaWithSandbox extends Medusa {
  /** The gateway. It runs from `beforeAll` on, and a spec may name it before. */
  sandbox: Sandbox
  /** Of the plugin in the app, and of the gateway; goes back to the machine's time after every test. */
  clock: MovableClock
  /** Puts another sandbox in the place of the one before, at the same address. */
  replaceSandbox(options: SandboxOptions): Promise<void>
}

interface MedusaOptions {
  /** Sets variables that a config reads. */
  env?: Record<string, string>
  /** Medusa's jobs run. Else one may come between two steps of a test, or be cut off when the database goes back. */
  jobs?: boolean
  /** Holds another medusa-config. */
  configDirectory?: string
}

export interface SuiteOptions extends MedusaOptions {
  sandbox?: SandboxOptions
}

/** The Medusa of a group, while the files of its specs are read. */
let shared: { medusa: MedusaWithSandbox; options: MedusaOptions } | undefined

/**
 * A real Medusa app with the plugin, on a database of its own, talking HTTP to a One2Pays sandbox that sends
 * its webhooks to the app. One of each per spec file; the database goes back to its state before the first
 * test after every test, the sandbox does not.
 */
export function medusaWithSandbox({
  sandbox = {},
  ...options
}: SuiteOptions = {}): MedusaWithSandbox {
  if (!shared) return startMedusa(options, sandbox)
  const { medusa, options: started } = shared
  expectWithin(options, started)
  beforeAll(async () => {
    await medusa.dbUtils.restore({ templateName: asStarted(medusa) })
    await medusa.replaceSandbox(sandbox)
  })
  return medusa
}

/**
 * One Medusa for several spec files, since starting one takes as long as ten tests. To each of them it looks freshly
 * started, but for a shop and its staff: the database goes back to what it was then, and the sandbox is another one.
 *
 * @param options all that one of them starts Medusa with
 * @param specs names of files in `http`
 */
export function oneMedusaFor(options: MedusaOptions, specs: string[]): void {
  const medusa = startMedusa(options, {})
  const templateName = asStarted(medusa)
  beforeAll(async () => {
    const container = medusa.getContainer()
    await shareShop(container)
    await Admin.share(medusa.api, container, [STAFF, MAKER, CHECKER])
    await medusa.dbUtils.snapshot({ templateName })
  })
  shared = { medusa, options }
  const chosen = process.env.ONE2PAYS_TOGETHER?.split(",") ?? ["all"]
  for (const spec of specs) {
    if (!chosen.includes("all") && !chosen.includes(spec)) continue
    describe(spec, () => {
      jest.requireActual(`../http/${spec}.spec`)
      // Behind all that the spec does before its first test.
      beforeAll(() => medusa.dbUtils.snapshot())
    })
  }
  shared = undefined
  afterAll(() =>
    // Its type leaves this one out.
    (medusa.dbUtils as unknown as DropsTemplates).dropTemplate(templateName)
  )
}

interface DropsTemplates {
  dropTemplate(name: string): Promise<void>
}

const asStarted = ({ dbConfig }: Medusa) => `${dbConfig.dbName}-started`

function startMedusa(
  {
    env = {},
    jobs = false,
    configDirectory = path.resolve(__dirname, ".."),
  }: MedusaOptions,
  sandboxOptions: SandboxOptions
): MedusaWithSandbox {
  let sandbox: Sandbox | undefined
  const clock = new MovableClock()
  let restoreClock = () => {}
  const previous = { ...process.env }

  const startGateway = async (options: SandboxOptions) => {
    const port = sandbox?.port
    await sandbox?.close()
    sandbox = await startSandbox({
      rateLimitPerMinute: null,
      webhookUrls: [`http://localhost:${process.env.PORT!}/hooks/one2pays`],
      port,
      clock,
      ...options,
    })
    return sandbox
  }

  // Before the hooks of the runner, so that the config finds these variables.
  beforeAll(async () => {
    restoreClock = replaceSystemClock(clock)
    process.env.PORT = String(await freePort())
    const { url, apiKey, secretKey, webhookSecret } =
      await startGateway(sandboxOptions)
    Object.assign(process.env, {
      ONE2PAYS_BASE_URL: url,
      ONE2PAYS_API_KEY: apiKey,
      ONE2PAYS_SECRET_KEY: secret("key", secretKey),
      ONE2PAYS_WEBHOOK_SECRET: secret("key", webhookSecret),
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

  // Medusa's runner puts it back before each test but the first, which finds it so.
  beforeEach(databaseIsBack)

  const medusa = hooksOfMedusa(configDirectory)

  afterEach(() => {
    clock.reset()
  })

  afterAll(async () => {
    await sandbox?.close()
    restoreClock()
    process.env = previous
  })

  return Object.assign(medusa, {
    sandbox: lazily(() => {
      if (!sandbox) throw new Error("The sandbox starts in beforeAll.")
      return sandbox
    }),
    clock,
    async replaceSandbox(options: SandboxOptions) {
      await startGateway(options)
    },
  })
}

/**
 * Medusa's runner opens a block for its hooks, and takes the tests as a function. Here its hooks go into the caller's
 * block, so that a spec needs no function around it.
 */
function hooksOfMedusa(directory: string): Medusa {
  const block = jest.spyOn(globalThis, "describe")
  block.mockImplementation((_, fill) => {
    fill()
  })
  let medusa: Medusa | undefined
  medusaIntegrationTestRunner({
    inApp: true,
    medusaConfigFile: directory,
    cwd: directory,
    testSuite(its) {
      medusa = its
    },
  })
  block.mockRestore()
  return medusa!
}

/** Throws unless Medusa was started with all that a spec asks for. */
function expectWithin(wanted: MedusaOptions, started: MedusaOptions): void {
  const merged = {
    ...started,
    ...wanted,
    env: { ...started.env, ...wanted.env },
  }
  expect({ env: {}, ...started }).toEqual(merged)
}
