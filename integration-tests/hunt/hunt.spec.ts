import { inspect } from "node:util"
import { runSeed } from "../cluster/random"
import { openShop } from "../setup/open-shop"
import type { Act } from "./act"
import { FOUND } from "./found"
import {
  describeFind,
  describeTally,
  hunt,
  type Find,
  type Tally,
} from "./hunt"
import { play } from "./play"
import { World } from "./world"

/** Of a long hunt, by `npm run hunt`; else it plays so many sequences. */
const MINUTES = Number(process.env.HUNT_MINUTES ?? 0)
const RUNS = 10
const LONGEST = Number(process.env.HUNT_LONGEST ?? 8)
/** Kinds of faults that are known. */
const EXCEPT = process.env.HUNT_EXCEPT?.split(",") ?? []
/** One sequence, as JSON. */
const PLAYED = process.env.HUNT_PLAY
/** The short run is the same every time, so that a red one speaks of the change and of nothing else. */
const SEED = MINUTES > 0 ? runSeed() : 1

const shop = openShop({
  carts: 0,
  env: {
    ONE2PAYS_WITHDRAWS: JSON.stringify({
      approvalAbove: 1000,
      maxAmount: "50000.00",
      dailyLimit: 90_000,
    }),
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})
let world: World

// Only ends a hunt that hangs.
jest.setTimeout((MINUTES + 20) * 60_000)

beforeAll(async () => {
  world = new World(shop, await shop.sell(100))
})

const say = (text: string) => process.stdout.write(`\n${text}\n`)

if (PLAYED) {
  // One sequence, or several.
  const given = JSON.parse(PLAYED) as Act[] | Act[][]
  const several = Array.isArray(given[0]) ? given : [given]
  it.each((several as Act[][]).map((acts, at) => ({ acts, at })))(
    "plays sequence $at",
    async ({ acts }) => {
      const { told, facts, faults } = await play(world, acts)
      say([...told, inspect(facts, { depth: 4 })].join("\n"))
      expect(faults).toEqual([])
    }
  )
} else if (MINUTES > 0) {
  it(`hunts for ${MINUTES} minutes`, huntOn)
} else {
  it.each(FOUND)("never again: $title", async ({ acts }) => {
    const { faults } = await play(world, acts)
    expect(faults).toEqual([])
  })

  it(`finds nothing in ${RUNS} sequences of chance`, async () => {
    const { find } = await hunt(world, {
      seed: SEED,
      runs: RUNS,
      longest: LONGEST,
    })
    expect(find && describeFind(find, SEED)).toBeUndefined()
  })
}

/** Looks for one kind of faults after the other. */
async function huntOn(): Promise<void> {
  const stopAt = Date.now() + MINUTES * 60_000
  const finds: Find[] = []
  const tally: Tally = new Map()
  const all = { sequences: 0, steps: 0 }
  for (let seed = SEED; Date.now() < stopAt; seed++) {
    const { find, sequences, steps, ms } = await hunt(world, {
      seed,
      runs: RUNS,
      longest: LONGEST,
      except: [...EXCEPT, ...finds.map(({ fault }) => fault.kind)],
      tally,
    })
    all.sequences += sequences
    all.steps += steps
    say(
      `${all.sequences} sequences, ${all.steps} steps, ${((steps * 1000) / ms).toFixed(1)} a second`
    )
    if (find) {
      finds.push(find)
      say(describeFind(find, seed))
    }
  }
  say(`Done: ${describeTally(tally)}`)
  expect(finds.map(({ fault }) => fault)).toEqual([])
}
