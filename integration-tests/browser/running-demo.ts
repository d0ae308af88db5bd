import { readFileSync } from "node:fs"

/** What the demo writes to its ready file. */
export interface RunningDemo {
  storefrontUrl: string
  medusaUrl: string
  gatewayControlUrl: string
  publishableKey: string
  databaseUrl: string
  administrator: { email: string; password: string }
}

/** The demo that was started for these tests. */
export function runningDemo(): RunningDemo {
  const file = process.env.DEMO_READY_FILE
  if (!file) {
    throw new Error(
      "DEMO_READY_FILE is not set: run these tests by `npm run test:browser`, which starts the demo."
    )
  }
  return JSON.parse(readFileSync(file, "utf8")) as RunningDemo
}
