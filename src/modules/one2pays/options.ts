import { z } from "zod"

const secret = z.string().trim().min(1)

const thbAmount = z
  .union([z.number(), z.string()])
  .refine((value) => /^\d+(\.\d{1,2})?$/.test(String(value)), {
    message:
      'expected an amount in THB with at most two decimals, such as 5000 or "1290.50"',
  })

const apiKey = (prefix: "pk" | "sk") =>
  z.string().regex(new RegExp(`^${prefix}_(test|live)_.+`), {
    message: `expected a key that starts with ${prefix}_test_ or ${prefix}_live_`,
  })

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])

const baseUrl = z.string().superRefine((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  const safe =
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && LOOPBACK.has(url.hostname))
  if (!safe) {
    context.addIssue({
      code: "custom",
      message:
        "expected the gateway's address, https://… (http only for localhost)",
    })
  }
})

/** 32 bytes as base64 or hex. */
const encryptionKey = z.string().refine((value) => decodeKey(value) !== null, {
  message: "expected 32 bytes in base64 or hex (openssl rand -base64 32)",
})

/** A list while a secret is being rotated; one value otherwise. */
const oneOrMore = <T extends z.ZodType<string>>(item: T) =>
  z
    .union([item, z.array(item).min(1)])
    .transform((value): string[] => (Array.isArray(value) ? value : [value]))

const amountUnit = z.enum(["satang", "baht"])

/** The options of the plugin entry in `medusa-config.ts`. Amounts are THB in major units. */
export const optionsSchema = z
  .strictObject({
    apiKey: apiKey("pk"),
    secretKey: apiKey("sk"),
    webhookSecret: oneOrMore(secret),
    baseUrl,
    amountUnit: amountUnit.default("satang"),
    balanceUnit: amountUnit.optional(),
    encryptionKey: oneOrMore(encryptionKey).optional(),
    paymentMethods: z
      .array(z.enum(["promptpay", "bank_transfer"]))
      .min(1)
      .default(["promptpay", "bank_transfer"]),
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
      })
      .prefault({}),
    refunds: z
      .strictObject({
        mode: z.enum(["withdraw", "off"]).default("withdraw"),
        approvalAbove: thbAmount.optional(),
      })
      .prefault({}),
    rateLimit: z
      .strictObject({
        perMinute: z.int().min(1).optional(),
        redisUrl: z.string().optional(),
      })
      .prefault({}),
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
  })

/** What a merchant writes. */
export type One2PaysOptions = z.input<typeof optionsSchema>

/** What the module works with: defaults filled in, lists made of single values. */
export type ResolvedOptions = z.output<typeof optionsSchema>

export function modeOf(key: string): "live" | "test" {
  return key.includes("_live_") ? "live" : "test"
}

/** Decodes an `encryptionKey` option; null when it is not 32 bytes of base64 or hex. */
export function decodeKey(text: string): Buffer | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, "hex")
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, "base64")
      : null
  return bytes?.length === 32 ? bytes : null
}

/**
 * Checks the options of the plugin entry. Throws one line that names each wrong option and
 * what is expected of it; never the value, which may be a secret.
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
  const problems = result.error.issues.map((issue) => {
    const path = issue.path.join(".")
    return path ? `options.${path}: ${issue.message}` : issue.message
  })
  throw new Error(
    `[one2pays] medusa-config.ts, plugins: medusa-plugin-one2pays: ${problems.join("; ")}`
  )
}
