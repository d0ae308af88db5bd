export type DeliveryState = "pending" | "delivered" | "failed" | "skipped"

export interface DeliveryAttempt {
  /** Unix milliseconds. */
  at: number
  /** HTTP status, null when no answer came. */
  status: number | null
  /** The beginning of the answer, or the reason why there was none. */
  answer: string
}

/** One webhook to one address, as the state file keeps it. */
export interface Delivery {
  id: string
  event: string
  /** Payment or withdraw. */
  objectId: string
  url: string
  body: string
  state: DeliveryState
  attempts: DeliveryAttempt[]
  createdAt: number
  /** The time for a pending delivery, Unix milliseconds. */
  dueAt: number
}
