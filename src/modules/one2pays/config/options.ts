import { z } from "@medusajs/framework/zod"
import { PAYMENT_METHODS } from "../../../gateway"
import { NOTICE_TOPICS } from "./notice-topics"

// The schema trims keys and secrets, because one that comes from a file often ends with a line break.

const SECRET = "expected the secret as text, or a list while it is replaced"
const secret = z.string(SECRET).trim().min(1, SECRET)

const THB_AMOUNT =
  'expected an amount in THB with at most two decimals, such as 5000 or "1290.50"'

const thbAmount = z
  .union([z.number(), z.string()], THB_AMOUNT)
  .refine((value) => /^\d+(\.\d{1,2})?$/.test(String(value)), THB_AMOUNT)

const BANKS = 'expected a list of 3-digit bank codes, such as ["004", "014"]'

const banks = z
  .array(z.string(BANKS).regex(/^\d{3}$/, BANKS), BANKS)
  .min(1, BANKS)

const MERCHANT_NAME =
  "expected the shop's name as its customers know it, 1 to 40 characters"

const merchantName = z
  .string(MERCHANT_NAME)
  .trim()
  .min(1, MERCHANT_NAME)
  .max(40, MERCHANT_NAME)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, MERCHANT_NAME)

const FEE_MARGIN =
  'expected an amount in THB, such as 500, or a part of the wallet, such as "1.5%"'

/** What stays in the wallet for fees: an amount, or a part of it. */
const feeMargin = z
  .union([z.number(), z.string()], FEE_MARGIN)
  .refine(
    (value) =>
      thbAmount.safeParse(value).success ||
      /^\d{1,2}(\.\d{1,4})?%$/.test(String(value)),
    FEE_MARGIN
  )

/** A key holds printable characters only: it travels in a header, or signs what travels there. */
const apiKey = (prefix: "pk" | "sk") => {
  const message = `expected a key that starts with ${prefix}_test_ or ${prefix}_live_`
  return z
    .string(message)
    .trim()
    .regex(new RegExp(`^${prefix}_(test|live)_[\\x21-\\x7e]+$`), {
      message,
      abort: true, // a text that is no key has no mode to compare
    })
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const BASE_URL =
  "expected the gateway's address, https://… (http only for localhost), without credentials, query or fragment"

const baseUrl = z.string(BASE_URL).trim().refine(isGatewayAddress, BASE_URL)

const ENCRYPTION_KEY =
  "expected 32 bytes in base64 or hex (openssl rand -base64 32)"

const encryptionKey = z
  .string(ENCRYPTION_KEY)
  .trim()
  .refine((value) => decodeKey(value) !== null, ENCRYPTION_KEY)

/** Takes one value, or a list while the merchant replaces a secret. */
const oneOrMore = <T extends z.ZodType<string>>(item: T, message: string) =>
  z
    .union([item, z.array(item).min(1, message)], message)
    .transform((value): string[] => (Array.isArray(value) ? value : [value]))

const amountUnit = z.enum(["satang", "baht"])

const KEEP_DAYS = "expected whole days, 1 to 3650"
const DUPLICATE_DAYS = "expected whole days, 0 to 365"

const ADDRESSES = "expected 1 to 20 addresses, such as an e-mail address"
const address = z.string(ADDRESSES).trim().min(1, ADDRESSES)

/** Who hears of what staff have to know, beside the dashboard's feed, and by which of the shop's channels. */
const staffChannel = z.strictObject({
  channel: z.string().trim().min(1).default("email"),
  to: z
    .union([address, z.array(address).min(1, ADDRESSES).max(20, ADDRESSES)])
    .transform((value): string[] => [...new Set([value].flat())]),
  locale: z.enum(["th", "en"]).default("th"),
  topics: z
    .array(z.enum(NOTICE_TOPICS))
    .min(1)
    .default([...NOTICE_TOPICS]),
  template: z.string().trim().min(1).optional(),
})

/** The options of the plugin entry in `medusa-config.ts`. Amounts are THB in major units. */
export const optionsSchema = z
  .strictObject({
    apiKey: apiKey("pk"),
    secretKey: apiKey("sk"),
    webhookSecret: oneOrMore(secret, SECRET),
    baseUrl,
    merchantName: merchantName.optional(),
    amountUnit: amountUnit.default("satang"),
    balanceUnit: amountUnit.optional(),
    encryptionKey: oneOrMore(encryptionKey, ENCRYPTION_KEY).optional(),
    paymentMethods: z
      .array(z.enum(PAYMENT_METHODS))
      .min(1)
      .default([...PAYMENT_METHODS]),
    minAmount: thbAmount.optional(),
    maxAmount: thbAmount.optional(),
    banks: banks.optional(),
    paymentExpiresInMinutes: z.int().min(5).max(1440).default(30),
    unpaidOrders: z
      .strictObject({
        action: z.enum(["cancel", "keep"]).default("cancel"),
        afterMinutes: z.int().min(1).default(60),
      })
      .prefault({}),
    withdraws: z
      .strictObject({
        approvalAbove: thbAmount.default(0),
        maxAmount: thbAmount.optional(),
        dailyLimit: thbAmount.optional(),
        duplicateDays: z
          .int(DUPLICATE_DAYS)
          .min(0, DUPLICATE_DAYS)
          .max(365, DUPLICATE_DAYS)
          .default(7),
        feeMargin: feeMargin.optional(),
      })
      .prefault({}),
    refunds: z
      .strictObject({
        mode: z.enum(["withdraw", "off"]).default("withdraw"),
        approvalAbove: thbAmount.optional(),
      })
      .prefault({}),
    balanceAlert: thbAmount.optional(),
    notify: z.array(staffChannel).max(20).default([]),
    rateLimit: z
      .strictObject({
        perMinute: z.int().min(1).optional(),
        redisUrl: z.string().optional(),
      })
      .prefault({}),
    keepAccountNumbersDays: z
      .int(KEEP_DAYS)
      .min(1, KEEP_DAYS)
      .max(3650, KEEP_DAYS)
      .default(400),
    timeoutMs: z.int().min(100).max(19_000).default(10_000),
  })
  .superRefine((options, context) => {
    if (modeOf(options.apiKey) !== modeOf(options.secretKey)) {
      context.addIssue({
        code: "custom",
        path: ["secretKey"],
        message: `expected a key of the same mode as apiKey (${modeOf(options.apiKey)})`,
      })
    }
    const { minAmount = 0, maxAmount = Infinity } = options
    if (Number(minAmount) > Number(maxAmount)) {
      context.addIssue({
        code: "custom",
        path: ["maxAmount"],
        message: "expected no less than minAmount",
      })
    }
  })

/** The options as a merchant writes them. */
export type One2PaysOptions = z.input<typeof optionsSchema>

/** The options that the module works with: defaults filled in, lists in place of single values. */
export type ResolvedOptions = z.output<typeof optionsSchema>

export function modeOf(key: string): "live" | "test" {
  return /^[ps]k_live_/.test(key) ? "live" : "test"
}

function isGatewayAddress(text: string): boolean {
  if (!URL.canParse(text)) {
    return false
  }
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  const isSafe =
    protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname))
  return isSafe && !(username || password || search || hash)
}

/** Decodes an `encryptionKey` option. Null when it is not 32 bytes in base64 or hex. */
export function decodeKey(text: string): Buffer | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, "hex")
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, "base64")
      : null
  return bytes?.length === 32 ? bytes : null
}

/**
 * Checks the options of the plugin entry. The error is one line that names each wrong option and what is expected of
 * it. It never repeats the value, which may be a secret.
 */
export function resolveOptions(
  input: Record<string, unknown>
): ResolvedOptions {
  // Medusa adds its own `database` settings to every module's options.
  const { database: _, ...written } = input
  const result = optionsSchema.safeParse(written)
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map(
          (key) => `${nameOf([...issue.path, key])}: unknown option`
        )
      : `${nameOf(issue.path)}: ${issue.message}`
  )
  throw new Error(
    `[one2pays] medusa-config.ts, plugins: medusa-plugin-one2pays: ${problems.join("; ")}`
  )
}

const nameOf = (path: PropertyKey[]) =>
  ["options", ...path.map(String)].join(".")
