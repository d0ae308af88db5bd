import { readFileSync } from "node:fs"
import path from "node:path"

/** The demo writes this to its ready file. */
export interface RunningDemo {
  storefrontUrl: string
  medusaUrl: string
  gatewayControlUrl: string
  publishableKey: string
  databaseUrl: string
  administrator: { email: string; password: string }
}

/** The demo that was started for the tests of this worker. */
export function runningDemo(): RunningDemo {
  const worker = Number(process.env.JEST_WORKER_ID ?? 1)
  const file = process.env.DEMO_READY_FILES?.split(path.delimiter)[worker - 1]
  if (!file) {
    throw new Error(
      "DEMO_READY_FILES is not set: run these tests by `npm run test:browser`, which starts the demo."
    )
  }
  return JSON.parse(readFileSync(file, "utf8")) as RunningDemo
}
