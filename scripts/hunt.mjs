/**
 * `npm run hunt`: plays random sequences of acts on a shop until one leads to what must never be so, and prints the
 * shortest sequence that does. Put it into `integration-tests/hunt/found.ts`, and every `npm test` plays it again.
 *
 *   npm run hunt [-- --minutes 60 --seed N --longest 10 --except 3-two-payable,5-medusa]
 *   npm run hunt -- --play '[{"do":"pay","of":0}]'     plays one sequence, and shows how things are afterwards
 *
 * It goes on after a find and looks for other kinds of faults, until its time is over.
 */
import { parseArgs } from "node:util"
import { runJest } from "./run-jest.mjs"
import { readSeed } from "./test/read-seed.mjs"

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: readSeed() },
    /** Acts of a sequence at most. */
    longest: { type: "string" },
    /** Kinds of faults that are known. */
    except: { type: "string" },
    play: { type: "string" },
  },
})

const { minutes, seed, longest, except, play } = values
Object.assign(
  process.env,
  play ? { HUNT_PLAY: play } : { HUNT_MINUTES: minutes },
  longest && { HUNT_LONGEST: longest },
  except && { HUNT_EXCEPT: except }
)
console.log(`Seed ${seed}`)
process.exitCode = await runJest("integration", [
  "integration-tests/hunt/hunt.spec.ts",
  `--seed=${seed}`,
])
