import fc from "fast-check"
import { kind, nth, of } from "../act"
import { oneOf } from "../one-of"
import { expectDone, found } from "../refusal"
import type { World } from "../world"

interface Of {
  of: number
}

const pieces = fc.integer({ min: 0, max: 3 })

/** Something that staff do to an order. */
const orderAct = (
  weight: number,
  act: (world: World, orderId: string) => Promise<unknown>
) =>
  kind<Of>(weight, { of }, async (world, { of }) =>
    act(world, await world.order(of))
  )

/** A sum in THB that has to do with what an order owes. */
const sum = oneOf("all", "half", "a satang", "too much")
type Sum = "all" | "half" | "a satang" | "too much"

async function sumOf(
  world: World,
  orderId: string,
  which: Sum
): Promise<number> {
  const { owed: outstanding, total } = await world.owed(orderId)
  const owed = outstanding > 0 ? outstanding : total
  switch (which) {
    case "all":
      return owed
    case "half":
      return Math.floor(owed * 50) / 100
    case "a satang":
      return 0.01
    case "too much":
      return owed + 50
    default:
      return which satisfies never
  }
}

/** The acts of staff on an order, by the admin's API. */
export const orderStaffActs = {
  edit: kind<Of & { to: number }>(5, { of, to: pieces }, async (world, args) =>
    world.acts.edit(await world.order(args.of), args.to)
  ),
  beginEdit: kind<Of & { to: number }>(
    1,
    { of, to: pieces },
    async (world, args) =>
      world.acts.beginEdit(await world.order(args.of), args.to)
  ),
  cancelEdit: orderAct(1, async ({ acts }, orderId) => {
    // One may be begun already.
    await acts.beginEdit(orderId, 2).catch(() => undefined)
    await acts.cancelEdit(orderId)
  }),
  credit: kind<Of & { amount: Sum }>(
    4,
    { of, amount: sum },
    async (world, { of, amount }) => {
      const orderId = await world.order(of)
      await world.acts.credit(orderId, await sumOf(world, orderId, amount))
    }
  ),
  takeBack: kind<Of & { receive: boolean }>(
    2,
    { of, receive: fc.boolean() },
    async (world, { of, receive }) => {
      const orderId = await world.order(of)
      await world.handOver(orderId)
      await world.acts.takeBack(orderId, 1, { receive })
    }
  ),
  claim: kind<Of & { for: "refund" | "replace" }>(
    1,
    { of, for: oneOf("refund", "replace") },
    async (world, { of, for: type }) => {
      const orderId = await world.order(of)
      await world.handOver(orderId)
      await world.acts.claim(orderId, type)
    }
  ),
  exchange: kind<Of & { forCheaper: boolean; instead: number }>(
    2,
    { of, forCheaper: fc.boolean(), instead: fc.integer({ min: 1, max: 2 }) },
    async (world, { of, forCheaper, instead }) => {
      const orderId = await world.order(of)
      await world.handOver(orderId)
      const { cheapVariant, shop } = world
      await world.acts.exchange(
        orderId,
        forCheaper ? cheapVariant : shop.variant.id,
        { instead }
      )
    }
  ),
  requestPayment: kind<Of & { amount: Sum }>(
    3,
    { of, amount: sum },
    async (world, { of, amount }) => {
      const orderId = await world.order(of)
      await world.acts.requestPayment(
        orderId,
        await sumOf(world, orderId, amount)
      )
    }
  ),
  markAsPaid: kind<Of & { nth: number }>(
    2,
    { of, nth },
    async (world, { of, nth }) => {
      const orderId = await world.order(of)
      const collections = await world.openCollections(orderId)
      await world.acts.markAsPaid(orderId, found(collections, nth).id)
    }
  ),
  deleteCollection: kind<Of & { nth: number }>(
    1,
    { of, nth },
    async (world, { of, nth }) => {
      const collections = await world.collections(await world.order(of))
      await world.acts.deleteCollection(found(collections, nth).id)
    }
  ),
  /** The button "Check status" of core's order page. */
  checkStatus: kind<Of & { nth: number }>(
    1,
    { of, nth },
    async (world, { of, nth }) => {
      const orderId = await world.order(of)
      const sessions = await world.sessions(orderId)
      expectDone(
        await world.shop.admin.post(
          `/admin/orders/${orderId}/payment-sessions/authorize`,
          { payment_session_id: found(sessions, nth).id }
        )
      )
    }
  ),
  cancelOrder: orderAct(3, ({ acts }, orderId) => acts.cancel(orderId)),
}
