import type { AmountUnit } from "../../../gateway"
import type { Attempt } from "../payments/payment-store"

/** The gateway made a payment whose QR asks for another amount than the order's: `amountUnit` does not fit the account. */
export class QrAmountError extends Error {
  constructor(attempt: Attempt, asked: string | null, unit: AmountUnit) {
    const other = unit === "satang" ? "baht" : "satang"
    super(
      `[one2pays] order ${attempt.order_id ?? "?"}: the QR asks for THB ${asked ?? "another amount"} instead of THB ${attempt.amount}. ` +
        `options.amountUnit is "${unit}", but this One2Pays account seems to use "${other}". The payment was canceled; nobody was charged.`
    )
    this.name = "QrAmountError"
  }
}
