import fc from "fast-check"
import { kind, nth } from "../act"
import { oneOf } from "../one-of"

const OPEN = ["pending", "processing"]

/** What the gateway and the banks do with money that leaves. */
export const bankActs = {
  endWithdraw: kind<{ nth: number; as: "paid" | "failed" | "canceled" }>(
    3,
    { nth, as: oneOf("paid", "failed", "canceled") },
    async (world, { nth, as }) => {
      const id = await world.left(OPEN, nth)
      world.shop.sandbox.withdraws.settle(id, as)
    }
  ),
  /** The bank of the beneficiary sends back what was paid. */
  sendBack: kind<{ nth: number; as: "failed" | "canceled" }>(
    3,
    { nth, as: oneOf("failed", "canceled") },
    async (world, { nth, as }) => {
      const id = await world.left(["paid"], nth)
      world.shop.sandbox.withdraws.sendBack(id, as)
    }
  ),
  /** From now on: banks that answer in seconds, or not before somebody settles it, and what they answer. */
  banks: kind<{ wait: boolean; pay: boolean }>(
    2,
    { wait: fc.boolean(), pay: fc.boolean() },
    ({ shop }, { wait, pay }) => {
      const { withdraws } = shop.sandbox
      withdraws.setStep(wait ? null : 1000)
      withdraws.setOutcome(pay ? "paid" : "failed")
    }
  ),
}
