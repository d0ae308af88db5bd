import { isObject } from "./exchange"

/** The documented fields of an object, and those that the plugin cannot do without. */
export interface Shape {
  needed: readonly string[]
  documented: readonly string[]
}

const COMMON = [
  ...["id", "amount", "currency", "status", "referenceId", "description"],
  ...["metadata", "canceledAt", "createdAt", "updatedAt"],
]

/** Source: the vendor's pages payments/retrieve, withdraws/retrieve, balance/retrieve and the overview. */
export const SHAPES = {
  payment: {
    needed: ["id", "amount", "status"],
    documented: [
      ...COMMON,
      ...["paymentMethod", "clientSecret", "nextAction", "confirmedAt"],
      ...["capturedAt", "expiresAt"],
    ],
  },
  withdraw: {
    needed: ["id", "amount", "status"],
    documented: [
      ...COMMON,
      ...["destinationType", "bankAccountNumber", "bankAccountName"],
      ...["bankCode", "destinationId", "paidAt"],
    ],
  },
  page: {
    needed: ["data"],
    documented: ["data", "total", "page", "limit", "totalPages"],
  },
  envelope: {
    needed: ["success", "data"],
    documented: ["success", "data"],
  },
  balance: {
    needed: ["walletBalance", "settlementBalance"],
    documented: ["walletBalance", "settlementBalance", "currency", "status"],
  },
  nextAction: {
    needed: [],
    documented: ["type", "paymentAppUrl", "qrCode"],
  },
} as const satisfies Record<string, Shape>

export interface ShapeDifference {
  /** Needed fields without a value. */
  lacking: string[]
  /** Documented fields that are absent. */
  missing: string[]
  /** Names of fields that no document has. */
  unknown: string[]
}

export function compareShape(
  value: unknown,
  { needed, documented }: Shape
): ShapeDifference {
  const object = isObject(value) ? value : {}
  return {
    lacking: needed.filter((name) => object[name] == null),
    missing: documented.filter((name) => !Object.hasOwn(object, name)),
    unknown: Object.keys(object)
      .filter((name) => !documented.includes(name))
      .map(fieldName),
  }
}

/** The name of a field as it may be shown: a service may use a person's or an account's data for names. */
export const fieldName = (name: string): string =>
  /^[A-Za-z_]{1,32}$/.test(name) ? name : "…"
