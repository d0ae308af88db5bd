import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { GraphQuery } from "./query"

/**
 * The amount of a refund in THB with two decimals. Null for a refund with fractions of a satang that takes all that is
 * left of its payment: a total may have such fractions, and no customer shall wait for them.
 *
 * @returns undefined for a refund that the plugin cannot pay to the satang
 */
export async function readRefundAmount(
  query: GraphQuery,
  sessionId: string,
  given: BigNumberInput
): Promise<string | null | undefined> {
  const amount = withoutNoise(given)
  if (amount.decimalPlaces(2).eq(amount)) {
    return amount.gt(0) ? amount.toFixed(2) : undefined
  }
  return (await takesTheRest(query, sessionId)) ? null : undefined
}

/** Whether Medusa has nothing left of a payment, with the refund that it has written down before it asks for it. */
async function takesTheRest(
  query: GraphQuery,
  sessionId: string
): Promise<boolean> {
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "payment.captures.raw_amount", "payment.refunds.raw_amount"],
    filters: { id: sessionId },
  })
  const [session] = data as SessionRow[]
  const { captures, refunds } = session?.payment ?? {}
  const captured = sumOf(captures ?? [])
  const left = MathBN.sub(captured, sumOf(refunds ?? []))
  return captured.gt(0) && withoutNoise(left).lte(0)
}

/** Core keeps the same amount as a number here and with 20 digits there. See `toBaht`. */
const withoutNoise = (amount: BigNumberInput) =>
  MathBN.convert(amount).decimalPlaces(8)

const sumOf = (rows: readonly (AmountRow | null)[]) =>
  MathBN.sum(0, ...rows.flatMap((row) => row?.raw_amount.value ?? []))

interface AmountRow {
  raw_amount: { value: string }
}

interface SessionRow {
  payment?: {
    captures?: (AmountRow | null)[]
    refunds?: (AmountRow | null)[]
  } | null
}
