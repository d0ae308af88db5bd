import { inspect } from "node:util"
import type { Act } from "./act"
import { openShop } from "../setup/open-shop"
import { PAYOUT_LIMITS } from "../setup/payout-desk"
import { describeFind, hunt, type Find } from "./hunt"
import { play } from "./play"
import { World } from "./world"

const MINUTES = Number(process.env.HUNT_MINUTES ?? 0)
const SEED = Number(process.env.HUNT_SEED ?? process.env.STORM_SEED ?? 1)

/** In `npm test`: so many sequences as take a minute or so. */
const RUNS = Number(process.env.HUNT_RUNS ?? 15)
const LONGEST = Number(process.env.HUNT_LONGEST ?? 10)

const shop = openShop({
  carts: 0,
  env: {
    ...PAYOUT_LIMITS,
    ONE2PAYS_REFUNDS: JSON.stringify({ approvalAbove: 200 }),
  },
})

// Only ends a hunt that hangs.
jest.setTimeout((MINUTES + 20) * 60_000)

/** A sequence to be played once, as JSON. */
const PLAYED = process.env.HUNT_PLAY

if (PLAYED) {
  it("plays a sequence", async () => {
    const world = new World(shop, await shop.sell(100))
    const { told, facts, faults } = await play(
      world,
      JSON.parse(PLAYED) as Act[]
    )
    process.stdout.write(`\n${told.join("\n")}\n${inspect(facts, { depth: 5 })}\n`)
    expect(faults).toEqual([])
  })
} else it(`finds no order of acts that leaves money or a person in the lurch (seed ${SEED})`, async () => {
  const world = new World(shop, await shop.sell(100))
  const stopAt = Date.now() + MINUTES * 60_000
  const finds: Find[] = []
  const except = process.env.HUNT_EXCEPT?.split(",") ?? []
  for (let seed = SEED; ; seed++) {
    const result = await hunt(world, {
      seed,
      longest: LONGEST,
      except: [...except, ...finds.map(({ fault }) => fault.kind)],
      ...(MINUTES > 0 ? { runs: 1_000_000, stopAt } : { runs: RUNS }),
    })
    const { find, sequences, steps, ms } = result
    process.stdout.write(
      `\n${sequences} sequences, ${steps} steps, ${((steps * 1000) / ms).toFixed(1)} a second\n`
    )
    if (find) {
      finds.push(find)
      process.stdout.write(`${describeFind(find, seed)}\n`)
    }
    if (!find || MINUTES === 0 || Date.now() > stopAt) break
  }
  expect(
    finds.map(({ fault, told }) => ({ ...fault, after: told }))
  ).toEqual([])
})
