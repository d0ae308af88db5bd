/** The gateway made a payment that would ask the customer for other money than the order does. */
export class QrError extends Error {
  /** @param detail what does not fit, in English */
  constructor({ order_id }: { order_id: string | null }, detail: string) {
    super(
      `[one2pays] order ${order_id ?? "?"}: ${detail} No customer saw the payment, and it is canceled.`
    )
    this.name = "QrError"
  }
}
