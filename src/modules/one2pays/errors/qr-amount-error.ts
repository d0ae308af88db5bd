import type { AmountUnit } from "../../../gateway"

/**
 * The gateway made a payment whose QR asks for another amount than the order's: `amountUnit` does not fit the account.
 */
export class QrAmountError extends Error {
  constructor(
    payment: { order_id: string | null; amount: string },
    asked: string | null,
    unit: AmountUnit
  ) {
    const other = unit === "satang" ? "baht" : "satang"
    super(
      `[one2pays] order ${payment.order_id ?? "?"}: the QR asks for THB ${asked ?? "another amount"} instead of THB ${payment.amount}. ` +
        `options.amountUnit is "${unit}", but this One2Pays account seems to use "${other}". The payment was canceled; nobody was charged.`
    )
    this.name = "QrAmountError"
  }
}
