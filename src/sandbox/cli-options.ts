import { parseArgs } from "node:util"
import { z } from "zod"
import {
  ContradictoryReadings,
  READING_NAMES,
  withReadings,
  type SandboxOptions,
} from "./readings"

export const HELP = `one2pays-sandbox: a local stand-in of the One2Pays API, for development and tests

  --port <number>          default 4010               ONE2PAYS_SANDBOX_PORT
  --host <address>         default 127.0.0.1          ONE2PAYS_SANDBOX_HOST
  --public-url <url>       address in pay page links  ONE2PAYS_SANDBOX_PUBLIC_URL
  --webhook-url <url>      repeat for several         ONE2PAYS_SANDBOX_WEBHOOK_URL (comma separated)
  --webhook-shape <shape>  flat (default), envelope   ONE2PAYS_SANDBOX_WEBHOOK_SHAPE
  --state-file <path>      keeps state over restarts  ONE2PAYS_SANDBOX_STATE_FILE
  --amount-unit <unit>     satang (default) or baht   ONE2PAYS_SANDBOX_AMOUNT_UNIT
  --balance-unit <unit>    baht (default) or satang   ONE2PAYS_SANDBOX_BALANCE_UNIT
  --opening-balance <thb>  default 100000.00          ONE2PAYS_SANDBOX_OPENING_BALANCE
  --rate-limit <number>    a minute, default 100      ONE2PAYS_SANDBOX_RATE_LIMIT (0: none)
  --reading <name>         a plausible reading of the  ONE2PAYS_SANDBOX_READING (comma separated)
                           gateway; repeat for several;
                           "list" prints them all
  --help
`

const unit = z.enum(["satang", "baht"]).optional()
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number)
const address = z.url({
  protocol: /^https?$/,
  error: "must be an http or https address",
})

const settings = z.object({
  port: wholeNumber.pipe(z.number().max(65_535)).default(4010),
  host: z.string().min(1).default("127.0.0.1"),
  "public-url": address.optional(),
  "webhook-url": z.array(address),
  "webhook-shape": z.enum(["flat", "envelope"]).optional(),
  "state-file": z.string().min(1).optional(),
  "amount-unit": unit,
  "balance-unit": unit,
  "opening-balance": z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/, "must be an amount in THB")
    .optional(),
  "rate-limit": wholeNumber.optional(),
  reading: z.array(
    z.enum(READING_NAMES, {
      error: ({ input }) =>
        `"${String(input)}" is no reading; --reading list prints all`,
    })
  ),
})

const FLAGS = {
  port: { type: "string" },
  host: { type: "string" },
  "public-url": { type: "string" },
  "webhook-url": { type: "string", multiple: true },
  "webhook-shape": { type: "string" },
  "state-file": { type: "string" },
  "amount-unit": { type: "string" },
  "balance-unit": { type: "string" },
  "opening-balance": { type: "string" },
  "rate-limit": { type: "string" },
  reading: { type: "string", multiple: true },
  help: { type: "boolean" },
} as const

/** A command line that the sandbox does not understand. The message is one line for the person who typed it. */
export class UsageError extends Error {}

/** Reads the options; a flag beats its environment variable. @returns the options, `help` or `readings`, which asks for their list. @throws UsageError */
export function readCommandLine(
  args: string[],
  env: NodeJS.ProcessEnv
): SandboxOptions | "help" | "readings" {
  const flags = parseFlags(args)
  if (flags.help) {
    return "help"
  }
  const fromEnv = (name: string): string | undefined =>
    env[`ONE2PAYS_SANDBOX_${name.toUpperCase().replaceAll("-", "_")}`] ||
    undefined
  const wanted: Record<string, unknown> = {}
  for (const name of Object.keys(settings.shape)) {
    const flag = flags[name as keyof typeof flags]
    wanted[name] = flag ?? fromEnv(name)
  }
  wanted["webhook-url"] =
    flags["webhook-url"] ?? fromEnv("webhook-url")?.split(",") ?? []
  const readings = flags.reading ?? fromEnv("reading")?.split(",") ?? []
  if (readings.includes("list")) {
    return "readings"
  }
  wanted.reading = readings
  const checked = settings.safeParse(wanted)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message}`)
  }
  return consistent(options(checked.data))
}

/** @throws UsageError where two readings, or a reading and a flag, contradict each other. */
function consistent(options: SandboxOptions): SandboxOptions {
  try {
    withReadings(options)
    return options
  } catch (error) {
    throw error instanceof ContradictoryReadings
      ? new UsageError(error.message)
      : error
  }
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, strict: true }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function options(given: z.infer<typeof settings>): SandboxOptions {
  const limit = given["rate-limit"]
  return {
    port: given.port,
    host: given.host,
    publicUrl: given["public-url"],
    webhookUrls: given["webhook-url"],
    webhookShape: given["webhook-shape"],
    stateFile: given["state-file"],
    amountUnit: given["amount-unit"],
    balanceUnit: given["balance-unit"],
    openingBalance: given["opening-balance"],
    rateLimitPerMinute: limit === 0 ? null : limit,
    readings: given.reading,
  }
}
