/** Every way to pay that One2Pays has; the gateway's words. */
export const PAYMENT_METHODS = ["promptpay", "bank_transfer"] as const

export type PaymentMethod = (typeof PAYMENT_METHODS)[number]
