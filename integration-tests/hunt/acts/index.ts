import fc from "fast-check"
import { kind, type Act, type ActKind } from "../act"
import type { World } from "../world"
import { accountActs } from "./account"
import { bankActs } from "./bank"
import { customerActs } from "./customer"
import { gatewayActs } from "./gateway"
import { moneyActs } from "./money"
import { orderStaffActs } from "./order"
import { otherProviderActs } from "./other-provider"
import { payoutActs } from "./payout"
import { peopleActs } from "./people"
import { timeActs } from "./time"

const alone: Record<string, ActKind> = {
  ...customerActs,
  ...otherProviderActs,
  ...gatewayActs,
  ...orderStaffActs,
  ...moneyActs,
  ...payoutActs,
  ...peopleActs,
  ...bankActs,
  ...accountActs,
}

const draw = (kinds: Record<string, ActKind>): fc.Arbitrary<Act> =>
  fc.oneof(
    ...Object.entries(kinds).map(([name, { weight, draw }]) => ({
      weight,
      arbitrary: draw(name),
    }))
  )

const someAlone = draw(alone)

const kinds: Record<string, ActKind> = {
  ...alone,
  ...timeActs,
  /** Two at once: two customers, two tabs, or staff and a customer. */
  together: kind<{ these: Act[] }>(
    8,
    { these: fc.array(someAlone, { minLength: 2, maxLength: 2 }) },
    async (world, { these }) => {
      const outcomes = await Promise.allSettled(
        these.map((act) => carryOut(world, act))
      )
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") throw outcome.reason
      }
    }
  ),
  /** The process dies at the end of an act, and starts anew. */
  restart: kind<{ after: Act }>(3, { after: someAlone }, (world, { after }) =>
    world.restartAfter(() => carryOut(world, after))
  ),
}

const pick = (...names: string[]): Record<string, ActKind> =>
  Object.fromEntries(names.map((name) => [name, kinds[name]!]))

export const carryOut = (world: World, act: Act): Promise<unknown> => {
  const kind = kinds[act.do]
  if (!kind) throw new TypeError(`there is no act ${act.do}`)
  return kind.carryOut(world, act)
}

/** Fewer would mostly be orders that somebody places; a find is made shorter afterwards. */
const SHORTEST = 4

/** Among so many kinds of acts, a payout seldom meets its approval, its bank and a process that dies. */
const moneyOut = draw({
  ...pick(
    "together",
    "restart",
    "fault",
    "webhooks",
    "maintenance",
    "redeliver"
  ),
  ...pick("pay", "refund", "payBack", "cancelOrder", "payTwice"),
  ...payoutActs,
  ...peopleActs,
  ...bankActs,
  ...accountActs,
  ...timeActs,
})

/** Sequences of acts, up to so many; every other one is about money that leaves. */
export const sequences = (longest: number): fc.Arbitrary<Act[]> =>
  // Else it would begin with the simplest acts.
  fc.noBias(
    fc.oneof(
      ...[draw(kinds), moneyOut].map((act) =>
        fc.array(act, { minLength: SHORTEST, maxLength: longest, size: "max" })
      )
    )
  )
