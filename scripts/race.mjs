/**
 * `npm run race [-- --times 200 --seed N]`: runs pairs of requests against each other that many times, and counts the QRs
 * that contradict their orders. `npm test` runs each a few times.
 */
import { parseArgs } from "node:util"
import { runJest } from "./run-jest.mjs"
import { readSeed } from "./test/read-seed.mjs"

const { values } = parseArgs({
  options: {
    times: { type: "string", default: "200" },
    seed: { type: "string", default: readSeed() },
  },
})

process.env.RACE_TIMES = values.times
console.log(`Seed ${values.seed}`)
process.exitCode = await runJest("integration", [
  "integration-tests/http/race.spec.ts",
  `--seed=${values.seed}`,
])
