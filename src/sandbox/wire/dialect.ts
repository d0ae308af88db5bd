/** The words and types of a deployment's answers. The vendor's pages contradict each other there. */
export interface Dialect {
  /** Amounts of payments and withdraws as decimal strings, or as JSON numbers like those of GET /balance. */
  amounts: "string" | "number"
  /** The status of a withdraw that has left. */
  paidStatus: "paid" | "completed"
  canceledStatus: "canceled" | "cancelled"
  /** The HTTP status of a successful create. */
  createdStatus: 200 | 201
}

interface Spoken {
  amount: string
  status: string
}

/** Says an object of the API, or of a webhook, in the deployment's words. */
export function spoken(object: Spoken, dialect: Dialect): object {
  const { amount, status } = object
  return {
    ...object,
    amount: dialect.amounts === "number" ? Number(amount) : amount,
    status: inWords(status, dialect),
  }
}

/** The deployment's word for a status, also as the end of an event's name. */
export function inWords(
  status: string,
  { paidStatus, canceledStatus }: Dialect
): string {
  switch (status) {
    case "paid":
      return paidStatus
    case "canceled":
      return canceledStatus
    default:
      return status
  }
}
