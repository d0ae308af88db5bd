import fc from "fast-check"
import { kind, nth, of } from "../act"
import { oneOf } from "../one-of"
import { found, Refusal } from "../refusal"
import { WEBHOOKS, type World } from "../world"

interface Of {
  of: number
  nth: number
}

const payment = async (world: World, { of, nth }: Of) =>
  world.payment(await world.order(of), nth)

const paymentAct = (
  weight: number,
  act: (world: World, id: string) => unknown
) =>
  kind<Of>(weight, { of, nth }, async (world, which) => {
    const { id } = await payment(world, which)
    try {
      act(world, id)
    } catch (error) {
      // The gateway's own refusal.
      throw new Refusal(String(error))
    }
  })

/** What a customer pays beside the amount that the payment asks for, in satang. */
const DIFFERENCES = [0, 0, 0, 0, -100, 100, 1]

export const gatewayActs = {
  /** The customer pays, also what has ended: money that is late. */
  pay: kind<Of & { more: number; silent: boolean }>(
    10,
    { of, nth, more: fc.constantFrom(...DIFFERENCES), silent: fc.boolean() },
    async (world, { more, silent, ...which }) => {
      const { id, status, requestedThb } = await payment(world, which)
      if (status === "succeeded") throw new Refusal("it is paid")
      const satang = Math.round(Number(requestedThb) * 100) + more
      world.shop.sandbox.payments.pay(id, {
        amount: (satang / 100).toFixed(2),
        silent,
      })
    }
  ),
  payTwice: paymentAct(1, ({ shop }, id) => shop.sandbox.payments.payTwice(id)),
  expire: paymentAct(3, ({ shop }, id) => shop.sandbox.payments.expire(id)),
  fail: paymentAct(2, ({ shop }, id) => shop.sandbox.payments.fail(id)),
  cancelAtGateway: paymentAct(1, ({ shop }, id) =>
    shop.sandbox.payments.cancel(id)
  ),
  /** A webhook speaks of money that the gateway does not show yet. */
  webhookEarly: kind<Of>(1, { of, nth }, async (world, which) => {
    const { id, referenceId, amount } = await payment(world, which)
    await world.shop.sandbox.webhooks.send({
      event: "payment.received",
      paymentId: id,
      referenceId,
      status: "succeeded",
      amount,
      currency: "THB",
    })
  }),
  /** From now on. */
  webhooks: kind<{ come: keyof typeof WEBHOOKS }>(
    2,
    { come: oneOf("lost", "doubled", "late", "shuffled", "prompt") },
    ({ shop }, { come }) => {
      shop.sandbox.setWebhooks(WEBHOOKS[come])
    }
  ),
  /** One of before comes again, or at last. */
  redeliver: kind<{ nth: number }>(1, { nth }, async ({ shop }, { nth }) => {
    const { webhooks } = shop.sandbox
    await webhooks.redeliver(found(webhooks.deliveries().reverse(), nth).id)
  }),
  fault: kind<{
    kind: "answer_lost" | "refused" | "server_error" | "malformed_json" | "slow"
    endpoint:
      | "payments.create"
      | "payments.cancel"
      | "payments.retrieve"
      | "payments.by_reference"
      | "payments.list"
      | "withdraws.create"
      | "withdraws.by_reference"
      | "withdraws.cancel"
    times: number
  }>(
    3,
    {
      kind: oneOf(
        "answer_lost",
        "refused",
        "server_error",
        "malformed_json",
        "slow"
      ),
      endpoint: oneOf(
        "payments.create",
        "payments.cancel",
        "payments.retrieve",
        "payments.by_reference",
        "payments.list",
        "withdraws.create",
        "withdraws.by_reference",
        "withdraws.cancel"
      ),
      times: oneOf(1, 3, 10),
    },
    ({ shop }, { kind, endpoint, times }) => {
      // Longer than nothing, so that others come in between; no test waits for it.
      shop.sandbox.addFault({ kind, endpoint, times, delayMs: 100 })
    }
  ),
  maintenance: kind<{ on: boolean }>(
    1,
    { on: fc.boolean() },
    ({ shop }, { on }) => {
      shop.sandbox.setMaintenance(on)
    }
  ),
}
