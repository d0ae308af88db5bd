import { carryOut } from "./acts"
import type { Act } from "./act"
import { readBooks, readFacts, type Facts } from "./facts"
import type { Fault } from "./fault"
import { faultsAtRest, faultsNow } from "./invariants"
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

/**
 * Plays a sequence in a shop that knows nothing of the others, and looks at all that must never be so: after each step,
 * and after the quiet minutes at the end.
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
  const restless = await untilQuiet(world)
  const facts = await readFacts(world)
  return { faults: [...restless, ...faultsAtRest(facts)], told, facts }
}

/** The gateway is well again, and minutes pass until nothing changes any more. */
async function untilQuiet(world: World): Promise<Fault[]> {
  await world.heal()
  let before = ""
  for (let minutes = 1; minutes <= MOST_MINUTES; minutes++) {
    const failure = await world.attempt(() => world.minute())
    if (failure) return [{ kind: "0-job", text: `a job failed: ${failure}` }]
    const facts = await readBooks(world)
    if (facts.payments.some(({ state }) => state === "creating")) {
      await world.pass(LONG_MINUTES)
    }
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
