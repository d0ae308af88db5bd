import { parseArgs } from "node:util"
import { z } from "../gateway"
import { chooseLocale, type Locale } from "../messages"
import { finding, type Finding } from "./finding"
import type { CheckPayer, Settings } from "./settings"

export const HELP = `one2pays doctor: finds out how an account at One2Pays behaves, and whether a shop can go live on it

It only reads, unless you allow more, and takes less than a minute, but for --listen.

  --create                 makes the smallest PromptPay payment, looks at it, and cancels it
  --account-name <name>    the payer of that payment; the gateway wants one, and nobody pays from it
  --account-number <n>     default 0000000000
  --bank-code <code>       default 004

  --listen <port>          waits for webhooks at this port; combine it with --create
  --wait <seconds>         for webhooks, default 360 (one that is not taken may come again after five minutes)
  --delivery <file>        judges a saved webhook; repeat it for one that came again

  --config <file>          reads the plugin's options from medusa-config.ts, without starting Medusa
                           Otherwise: ONE2PAYS_BASE_URL, ONE2PAYS_API_KEY, ONE2PAYS_SECRET_KEY,
                           ONE2PAYS_WEBHOOK_SECRET, ONE2PAYS_AMOUNT_UNIT, ONE2PAYS_BALANCE_UNIT
  --transcript <file>      default one2pays-doctor.json; nothing secret or personal is in it
  --record <file>          writes the exchanges for the plugin's tests (docs/contract)
  --language <en|th>       default: LANG
  --help

Exit code 0 only if a shop could go live on what was seen.
`

/** A command line that the doctor does not understand. The message is one line for the person who typed it. */
export class UsageError extends Error {}

export interface CommandLine {
  create: boolean
  payer: CheckPayer
  listen: number | null
  waitSeconds: number
  deliveries: string[]
  config: string | null
  transcript: string
  record: string | null
  locale: Locale
}

const FLAGS = {
  create: { type: "boolean" },
  "account-name": { type: "string" },
  "account-number": { type: "string" },
  "bank-code": { type: "string" },
  listen: { type: "string" },
  wait: { type: "string" },
  delivery: { type: "string", multiple: true },
  config: { type: "string" },
  transcript: { type: "string" },
  record: { type: "string" },
  language: { type: "string" },
  help: { type: "boolean" },
} as const

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().max(most))

const flags = z.object({
  create: z.boolean().default(false),
  "account-name": z.string().trim().min(1).max(100).default("One2Pays Doctor"),
  "account-number": z
    .string()
    .regex(/^\d{6,20}$/, "must be digits")
    .default("0000000000"),
  "bank-code": z
    .string()
    .regex(/^\d{3}$/, "must be three digits")
    .default("004"),
  listen: whole(65_535).optional(),
  wait: whole(3_600).default(360),
  delivery: z.array(z.string().min(1)).default([]),
  config: z.string().min(1).optional(),
  transcript: z.string().min(1).default("one2pays-doctor.json"),
  record: z.string().min(1).optional(),
  language: z.enum(["en", "th"]).optional(),
})

/** @throws UsageError */
export function readCommandLine(
  args: string[],
  env: NodeJS.ProcessEnv
): CommandLine | "help" {
  const typed = parse(args)
  if (typed.help) {
    return "help"
  }
  const checked = flags.safeParse(typed)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message}`)
  }
  const given = checked.data
  return {
    create: given.create,
    payer: {
      account_name: given["account-name"],
      account_number: given["account-number"],
      bank_code: given["bank-code"],
    },
    listen: given.listen ?? null,
    waitSeconds: given.wait,
    deliveries: given.delivery,
    config: given.config ?? null,
    transcript: given.transcript,
    record: given.record ?? null,
    locale:
      given.language ??
      chooseLocale((env.LC_ALL || env.LANG || "").split(".")[0]),
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, strict: true }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The settings of the environment. What is missing is an empty text, which the check names. */
export function settingsOf(
  env: Readonly<Record<string, string | undefined>>
): Settings {
  const secrets = env.ONE2PAYS_WEBHOOK_SECRET ?? ""
  return {
    baseUrl: (env.ONE2PAYS_BASE_URL ?? "").trim(),
    apiKey: (env.ONE2PAYS_API_KEY ?? "").trim(),
    secretKey: (env.ONE2PAYS_SECRET_KEY ?? "").trim(),
    webhookSecrets: secrets
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== ""),
    amountUnit: unitOf(env.ONE2PAYS_AMOUNT_UNIT) ?? "satang",
    balanceUnit: unitOf(env.ONE2PAYS_BALANCE_UNIT),
  }
}

const unitOf = (text: unknown) =>
  text === "baht" || text === "satang" ? text : undefined

/** Words in place of a unit, which a shop would not start with. @param given options or variables */
export const judgeUnits = (
  given: Readonly<Record<string, unknown>>
): Finding[] =>
  ["amountUnit", "balanceUnit", "ONE2PAYS_AMOUNT_UNIT", "ONE2PAYS_BALANCE_UNIT"]
    .filter((name) => (given[name] ?? "") !== "" && !unitOf(given[name]))
    .map((name) => finding("unit_unknown", { name }))

/** The settings of the plugin's options, as `medusa-config.ts` has them. */
export function settingsOfOptions(options: Record<string, unknown>): Settings {
  const text = (name: string) =>
    typeof options[name] === "string" ? options[name].trim() : ""
  const secrets: unknown[] = [options.webhookSecret].flat()
  return {
    baseUrl: text("baseUrl"),
    apiKey: text("apiKey"),
    secretKey: text("secretKey"),
    webhookSecrets: secrets.filter(
      (each): each is string => typeof each === "string" && each !== ""
    ),
    amountUnit: unitOf(options.amountUnit) ?? "satang",
    balanceUnit: unitOf(options.balanceUnit),
  }
}
