import fc from "fast-check"
import { PAYER } from "../../setup/buyer"
import { kind, nth, of } from "../act"
import { oneOf } from "../one-of"
import { expectDone, found, Refusal } from "../refusal"
import type { Checkout } from "../world"

interface Of {
  of: number
}

const method = oneOf("promptpay", "bank_transfer")

export const customerActs = {
  checkOut: kind<Of & Checkout>(
    2,
    {
      of,
      gift: oneOf(0, 0, 100, 250),
      pieces: fc.integer({ min: 1, max: 3 }),
      method,
    },
    (world, { of, ...checkout }) => {
      if (world.customers[of]!.orderId) throw new Refusal("there is an order")
      return world.checkOut(of, checkout)
    }
  ),
  /** A tab that stands where it stood before: it completes the cart once more. */
  completeAgain: kind<Of>(1, { of }, (world, { of }) => world.complete(of)),
  payAgain: kind<Of & { method: string | undefined }>(
    4,
    { of, method: fc.option(method, { nil: undefined }) },
    async (world, { of, method }) =>
      expectDone(
        await world.shop.buyer.payAgain(
          await world.order(of),
          method && { payment_method: method, payer: PAYER }
        )
      )
  ),
  /** Chooses One2Pays for a payment collection of the order: a payment link of staff's, or a tab of the checkout. */
  followLink: kind<Of & { nth: number; method: string }>(
    4,
    { of, nth, method },
    async (world, { of, nth, method }) => {
      const collections = await world.collections(await world.order(of))
      expectDone(
        await world.shop.buyer.choosePayment(found(collections, nth).id, {
          payment_method: method,
          payer: PAYER,
        })
      )
    }
  ),
  /** Chooses another provider, and does not pay there. */
  chooseOther: kind<Of>(1, { of }, async (world, { of }) =>
    world.acts.chooseOtherProvider(await world.order(of))
  ),
}
