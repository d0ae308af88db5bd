import { carryOut } from "./acts"
import type { Act } from "./act"
import { readBooks, readFacts, type Books, type Facts } from "./facts"
import type { Fault } from "./fault"
import { faultsAtRest, faultsNow } from "./invariants"
import { leftover, waits } from "./money-out"
import type { World } from "./world"

/** What came of a sequence. */
export interface Played {
  faults: Fault[]
  /** One line a step: what was done, and how it was refused. */
  told: string[]
  /** As things were at the end, unless a fault ended the sequence before. */
  facts?: Facts
}

const QUIET_MINUTES = 3
const MOST_MINUTES = 8
/** After this, the gateway would refuse a request of before, and what nobody answered counts as not made. */
const LONG_MINUTES = 11
/** After this, the pause of a withdraw is over that the wallet could not pay. */
const PAUSE_MINUTES = 6

/**
 * Plays a sequence in a shop that knows nothing of the others, and looks at all that must never be so: after each step,
 * after the quiet minutes at the end, and once more when the merchant has seen to all that money waits for.
 */
export async function play(world: World, acts: Act[]): Promise<Played> {
  await world.begin()
  const told: string[] = []
  for (const act of acts) {
    const refusal = await world.attempt(() => carryOut(world, act))
    told.push(
      `${JSON.stringify(act)},${refusal ? `  // ${refusal.slice(0, 160)}` : ""}`
    )
    const faults = faultsNow(await readBooks(world))
    if (faults.length > 0) return { faults, told }
  }
  await world.heal()
  const rest = await atRest(world)
  if (rest.faults.length > 0 || !waits(rest.facts)) return { ...rest, told }
  const stuck = await world.mend()
  await world.pass(PAUSE_MINUTES)
  const mended = await atRest(world)
  return {
    ...mended,
    faults: [
      ...stuck.map((id) => ({
        kind: "4-nobody-approves",
        text: `neither of two people may approve ${id}`,
      })),
      ...mended.faults,
      ...leftover(mended.facts),
    ],
    told,
  }
}

/** What is wrong after some quiet minutes. */
async function atRest(
  world: World
): Promise<{ faults: Fault[]; facts: Facts }> {
  const restless = await untilQuiet(world)
  const facts = await readFacts(world)
  return { faults: [...restless, ...faultsAtRest(facts)], facts }
}

/** Whether a bank has sent money back, and the gateway's word of it was lost. Days later the plugin asks again. */
const isReturnUnknown = ({ withdraws, gatewayWithdraws }: Books) =>
  gatewayWithdraws.some(
    ({ reference, status }) =>
      status !== "paid" &&
      withdraws.some(
        (row) => row.reference_id === reference && row.state === "paid"
      )
  )

/** Minutes pass until nothing changes any more. */
async function untilQuiet(world: World): Promise<Fault[]> {
  let before = ""
  for (let minutes = 1; minutes <= MOST_MINUTES; minutes++) {
    const failure = await world.attempt(() => world.minute())
    if (failure) return [{ kind: "0-job", text: `a job failed: ${failure}` }]
    const facts = await readBooks(world)
    if (facts.payments.some(({ state }) => state === "creating")) {
      await world.pass(LONG_MINUTES)
    }
    if (isReturnUnknown(facts)) await world.pass(await world.untilLook())
    const now = JSON.stringify(facts)
    if (minutes >= QUIET_MINUTES && now === before) return []
    before = now
  }
  return [
    {
      kind: "7-restless",
      text: `something still changes after ${MOST_MINUTES} minutes`,
    },
  ]
}
