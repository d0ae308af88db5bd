import { createOne2PaysClient } from "../../src/gateway"
import { runDoctor, type CheckOptions, type Settings } from "../../src/doctor"
import type { Seen } from "../../src/doctor/transcript"
import { inOrder } from "../../src/doctor/finding"
import { judgeDeliveries } from "../../src/doctor/webhooks/judge-deliveries"
import { Listener } from "../../src/doctor/webhooks/listen"
import {
  startSandbox,
  type ReadingName,
  type Sandbox,
  type SandboxOptions,
} from "../../src/sandbox"
import { aPayment, aWithdraw } from "../gateway/create-payment"
import { MovableClock } from "../setup/movable-clock"
import { until } from "../setup/until"

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
  amountUnit: sandbox.status().amountUnit === "baht" ? "baht" : "satang",
  balanceUnit: sandbox.status().balanceUnit === "baht" ? "baht" : "satang",
  ...more,
})

/** Runs the whole check, with a payment, against a sandbox of its own. */
export async function checkSandbox(
  options: SandboxOptions,
  {
    settings,
    ...more
  }: Partial<Omit<CheckOptions, "settings">> & {
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

/** No bank of the small ones, except where a reading refuses those. */
const bankFor = (readings: readonly ReadingName[]) =>
  readings.includes("bank-refused") ? "020" : PAYER.bank_code

/**
 * Shows the doctor all that a deployment of some readings does: an account with money in and out, a payment of its own,
 * and webhooks, the first of which it refuses.
 */
export async function seeReadings(
  readings: readonly ReadingName[]
): Promise<Seen> {
  const clock = new MovableClock()
  const listener = new Listener(clock)
  const port = await listener.open(0)
  const sandbox = await startSandbox({
    ...{ readings, clock, withdrawStepMs: null },
    webhookUrls: [`http://127.0.0.1:${port}/hooks/one2pays`],
  })
  try {
    const settings = settingsFor(sandbox)
    await haveMoneyMove(sandbox, settings)
    const payer = { ...PAYER, bank_code: bankFor(readings) }
    const { findings, exchanges } = await runDoctor({
      ...{ settings, clock, create: { payer } },
    })
    await until(
      () => sandbox.webhooks.deliveries(),
      (all) => all.every(({ attempts }) => attempts.length > 0)
    )
    clock.advance(310_000)
    await sandbox.webhooks.flush()
    const { deliveries } = listener
    return {
      ...{ settings, payer, exchanges, deliveries },
      findings: inOrder([
        ...findings,
        ...judgeDeliveries(deliveries, settings),
      ]),
    }
  } finally {
    listener.close()
    await sandbox.close()
  }
}

/** Two payments, one of them paid, and two withdraws that are paid, one of which comes back where the reading says so. */
async function haveMoneyMove(
  sandbox: Sandbox,
  settings: Settings
): Promise<void> {
  const client = createOne2PaysClient(settings)
  try {
    const [paid] = [
      await client.payments.create(aPayment({ amount: "60.00" })),
      await client.payments.create(aPayment({ amount: "70.00" })),
    ]
    sandbox.payments.pay(paid.id)
    const [withdraw, other] = [
      await client.withdraws.create(aWithdraw({ amount: "20.00" })),
      await client.withdraws.create(aWithdraw({ amount: "30.00" })),
    ]
    sandbox.withdraws.settle(withdraw.id, "paid")
    sandbox.withdraws.settle(other.id, "paid")
    if (sandbox.status().withdrawOutcome === "returned") {
      sandbox.withdraws.sendBack(withdraw.id)
    }
  } finally {
    client.close()
  }
}
