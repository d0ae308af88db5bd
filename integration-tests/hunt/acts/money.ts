import { kind, nth, of } from "../act"
import { oneOf } from "../one-of"
import { found } from "../refusal"
import { by, type By } from "../staff"
import type { World } from "../world"

interface Of {
  of: number
  nth: number
}

/** A payment of the plugin's, the newest first, as staff see it. */
async function paymentId(world: World, { of, nth }: Of): Promise<string> {
  const orderId = await world.order(of)
  const { data } = await world.shop.admin.get(
    `/admin/one2pays/payments?q=${orderId}`
  )
  return found(data.payments as { id: string }[], nth).id
}

/** One with money that fits no order. The customer pays a baht too much, or twice, if need be. */
async function unmatchedId(world: World, which: Of): Promise<string> {
  const orderId = await world.paidOrder(which.of)
  const list = async () => {
    const { data } = await world.shop.admin.get(
      `/admin/one2pays/payments?q=${orderId}`
    )
    const payments = data.payments as { id: string; issue: object | null }[]
    return payments.filter(({ issue }) => issue !== null)
  }
  if ((await list()).length === 0) {
    world.shop.sandbox.payments.payTwice(world.payment(orderId, 0).id)
    await world.rest()
    await world.shop.reconcile()
    await world.rest()
  }
  return found(await list(), which.nth).id
}

const NOTE = { note: "Settled by telephone" }

const onPayment = (
  weight: number,
  action: string,
  body = {},
  idOf = paymentId
) =>
  kind<Of & { by: By }>(weight, { by, of, nth }, async (world, args) => {
    const id = await idOf(world, args)
    await world.decide(args.by, `payments/${id}/${action}`, body)
  })

/** The acts of staff on money, by core's admin API and by the plugin's. */
export const moneyActs = {
  refund: kind<{ of: number; amount: "all" | "100" | "1" }>(
    4,
    { of, amount: oneOf("all", "100", "1") },
    async (world, { of, amount }) =>
      world.acts.refund(
        await world.paidOrder(of),
        amount === "all" ? undefined : Number(amount)
      )
  ),
  checkPayment: onPayment(1, "check"),
  cancelPayment: onPayment(1, "cancel"),
  payBack: onPayment(3, "pay-back", {}, unmatchedId),
  resolve: onPayment(1, "resolve", NOTE, unmatchedId),
}
