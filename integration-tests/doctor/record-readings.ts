import fs from "node:fs"
import path from "node:path"
import { makeRecording } from "../../src/doctor/transcript"
import { READING_NAMES } from "../../src/sandbox/readings"
import { seeReadings } from "./check-sandbox"

/**
 * Writes the sandbox's recordings anew, one of each reading, into the directory of the first argument. Run it with
 * `npm run record`, after a change of the sandbox or of the form.
 */
async function main(): Promise<void> {
  const [, , directory = "."] = process.argv
  for (const name of READING_NAMES) {
    const recording = makeRecording(
      await seeReadings([name]),
      `sandbox: ${name}`
    )
    fs.writeFileSync(
      path.join(directory, `sandbox-${name}.json`),
      `${JSON.stringify(recording)}\n`
    )
  }
}

void main()
