import { z } from "../zod"

import { isDecimal } from "../money/money"

type WebhookFamily = "payment" | "withdraw" | "other"

/**
 * The claim of a webhook. It only tells which object to refresh: the gateway's own answer about the
 * object decides.
 */
export interface WebhookEvent {
  /** For example `payment.succeeded`. */
  name: string
  family: WebhookFamily
  /** The envelope's `evt_…`. The flat shape has none. */
  eventId: string | null
  /** The payment's or the withdraw's id at the gateway. */
  objectId: string | null
  referenceId: string | null
  status: string | null
  /** As it came, in the account's unit. */
  gatewayAmount: string | null
  currency: string | null
  createdAt: string | null
}

const name = z.string().min(1).nullish().catch(null)
const amount = z.custom<string | number>(isDecimal).nullish().catch(null)

const fields = {
  id: name,
  paymentId: name,
  withdrawId: name,
  payoutId: name,
  referenceId: name,
  status: name,
  amount,
  currency: name,
  createdAt: name,
}

const bodySchema = z.object({
  ...fields,
  event: name,
  type: name,
  data: z.object(fields).nullish().catch(null),
})

/**
 * Reads both shapes that the vendor documents: flat (`{ event, paymentId, … }`) and enveloped (`{
 * id, type, data, createdAt }`). An event of an unknown family is `other`: the receiver answers 200
 * and leaves it alone.
 *
 * @returns `null` for a body that names no event
 */
export function parseWebhook(body: unknown): WebhookEvent | null {
  const root = bodySchema.safeParse(body).data
  const event = root?.event ?? root?.type
  if (!root || !event) {
    return null
  }
  const { data } = root
  const from = data ?? root
  const gatewayAmount = from.amount ?? root.amount
  const id =
    root.paymentId ??
    root.withdrawId ??
    root.payoutId ??
    data?.paymentId ??
    data?.withdrawId ??
    data?.payoutId ??
    data?.id ??
    // Beside a `data` the id is the event's, not the object's.
    (data ? null : root.id)
  return {
    name: event,
    family: familyOf(event),
    eventId: data ? (root.id ?? null) : null,
    objectId: id ?? null,
    referenceId: data?.referenceId ?? root.referenceId ?? null,
    status: data?.status ?? root.status ?? null,
    gatewayAmount: gatewayAmount == null ? null : String(gatewayAmount),
    currency: data?.currency ?? root.currency ?? null,
    createdAt: root.createdAt ?? null,
  }
}

// One page of the vendor says `withdraw.paid`, another `withdrawal.*`, and a newer gateway `payout.*`.
function familyOf(event: string): WebhookFamily {
  switch (event.split(".", 1)[0]) {
    case "payment":
      return "payment"
    case "withdraw":
    case "withdrawal":
    case "payout":
      return "withdraw"
    default:
      return "other"
  }
}
