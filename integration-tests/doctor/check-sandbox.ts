import { runDoctor, type CheckOptions } from "../../src/doctor"
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from "../../src/sandbox"
import type { Settings } from "../../src/doctor"

/** A payer whose name and number must not be seen anywhere. */
export const PAYER = {
  account_name: "Somchai Jaidee",
  account_number: "7654321098",
  bank_code: "004",
}

export const settingsFor = (
  sandbox: Sandbox,
  more: Partial<Settings> = {}
): Settings => ({
  baseUrl: sandbox.url,
  apiKey: sandbox.apiKey,
  secretKey: sandbox.secretKey,
  webhookSecrets: [sandbox.webhookSecret],
  amountUnit: sandbox.status().amountUnit,
  ...more,
})

/** Runs the whole check, with a payment, against a sandbox of its own. */
export async function checkSandbox(
  options: SandboxOptions,
  { settings, ...more }: Partial<Omit<CheckOptions, "settings">> & {
    settings?: Partial<Settings>
  } = {}
) {
  const sandbox = await startSandbox(options)
  try {
    const used = settingsFor(sandbox, settings)
    const result = await runDoctor({
      settings: used,
      create: { payer: PAYER },
      ...more,
    })
    return { ...result, settings: used, payments: sandbox.payments.list() }
  } finally {
    await sandbox.close()
  }
}
