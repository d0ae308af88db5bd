import {
  balanceSchema,
  pageSchema,
  paymentSchema,
  withdrawSchema,
  z,
} from "../gateway"
import { isObject } from "./exchange"

/** The documented fields of an object, and the schema by which the plugin reads it. */
export interface Shape {
  schema: z.ZodType
  documented: readonly string[]
}

const COMMON = [
  ...["id", "amount", "currency", "status", "referenceId", "description"],
  ...["metadata", "canceledAt", "createdAt", "updatedAt"],
]

/** Source: the vendor's pages payments/retrieve, withdraws/retrieve, balance/retrieve and the overview. */
export const SHAPES = {
  payment: {
    schema: paymentSchema,
    documented: [
      ...COMMON,
      ...["paymentMethod", "clientSecret", "nextAction", "confirmedAt"],
      ...["capturedAt", "expiresAt"],
    ],
  },
  withdraw: {
    schema: withdrawSchema,
    documented: [
      ...COMMON,
      ...["destinationType", "bankAccountNumber", "bankAccountName"],
      ...["bankCode", "destinationId", "paidAt"],
    ],
  },
  page: {
    schema: pageSchema,
    documented: ["data", "total", "page", "limit", "totalPages"],
  },
  envelope: {
    schema: z.object({ success: z.literal(true), data: z.any() }),
    documented: ["success", "data"],
  },
  balance: {
    schema: balanceSchema,
    documented: ["walletBalance", "settlementBalance", "currency", "status"],
  },
  nextAction: {
    schema: z.any(),
    documented: ["type", "paymentAppUrl", "qrCode"],
  },
} as const satisfies Record<string, Shape>

export interface ShapeDifference {
  /** Fields that the plugin needs and cannot read, with the type of their value where they have one. */
  unreadable: string[]
  /** Documented fields that are absent. */
  missing: string[]
  /** Names of fields that no document has. */
  unknown: string[]
}

/** Compares objects of one kind: a field is missing where none has it, and unreadable where it is so in any of them. */
export function compareShape(
  values: readonly unknown[],
  { schema, documented }: Shape
): ShapeDifference {
  const names = new Set(
    values.filter(isObject).flatMap((value) => Object.keys(value))
  )
  const unreadable = values.flatMap((value) => {
    // What is no object at all has none of the fields.
    const object = isObject(value) ? value : {}
    const issues = schema.safeParse(object).error?.issues ?? []
    return issues.map(({ path: [name = "?"] }) =>
      withType(String(name), object[String(name)])
    )
  })
  return {
    unreadable: [...new Set(unreadable)],
    missing: documented.filter((name) => !names.has(name)),
    unknown: [...names].filter((name) => !documented.includes(name)),
  }
}

const withType = (name: string, value: unknown): string =>
  value == null || value === "" ? name : `${name} (${typeof value})`

const MOST_NAMES = 20

/** Names of fields that may be shown, and how many others there are. */
export function fieldNames(names: readonly string[]): string {
  const shown = names.filter(isFieldName).slice(0, MOST_NAMES)
  const rest = names.length - shown.length
  return [...shown, ...(rest > 0 ? [`+${rest}`] : [])].join(", ") || "–"
}

/** A service may use a person's or an account's data for names, so that only those that look like a programmer's are shown. */
export const isFieldName = (name: string): boolean =>
  name.length <= 32 &&
  /^[a-z]+([A-Z][a-z]*|_[a-z]+){0,6}$/.test(name) &&
  !/^[ps]k_/.test(name)
