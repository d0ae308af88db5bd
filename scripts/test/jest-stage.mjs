import fs from "node:fs"
import path from "node:path"

/** @import { Stage } from "./run-all.mjs" */

/**
 * A stage that is a run of one of jest's projects.
 *
 * @param {string} root
 * @param {string} name
 * @param {string} seed of all that is random in the tests
 * @param {string[]} [specs] paths; all of them by default
 * @returns {Omit<Stage, "after">}
 */
export function jestStage(root, name, seed, specs = []) {
  const report = path.join(root, "test-results", `${name}.json`)
  fs.mkdirSync(path.dirname(report), { recursive: true })
  // One of an earlier run would be taken for this one's.
  fs.rmSync(report, { force: true })
  return {
    name,
    report,
    command: [
      ...["scripts/run-jest.mjs", name, ...specs, `--seed=${seed}`],
      ...["--reporters=./scripts/quiet-reporter.cjs", "--reporters=summary"],
      ...["--json", `--outputFile=${report}`],
      ...(process.env.CI ? ["--ci"] : []),
    ],
  }
}
