import { randomInt, randomUUID } from "node:crypto"
import { until } from "../setup/until"
import { adminApi, type Login } from "./admin-api"
import { gateway } from "./gateway"
import { PATIENCE_MS } from "./patience"
import type { RunningDemo } from "./running-demo"

const PATH = "/admin/one2pays/withdraws"

interface Asked {
  /** Also its reference at the gateway. */
  id: string
  /** Its text in the list, which no other payout has. */
  title: string
  account_number: string
  created_at: string
}

/** The list shows the last four digits, so no two payouts of a spec share them. */
let lastDigits = randomInt(1e4)

function newAccountNumber(): string {
  lastDigits = (lastDigits + 1) % 1e4
  return `${randomInt(1e5, 1e6)}${String(lastDigits).padStart(4, "0")}`
}

/** Asks for a payout as the administrator, to an account of its own. */
export async function askForPayout(
  demo: RunningDemo,
  account_name: string,
  amount: string
): Promise<Asked> {
  const api = await adminApi(demo)
  const account_number = newAccountNumber()
  const { data } = await api.post<{
    withdraw: { id: string; created_at: string }
  }>(PATH, {
    ...{ amount, bank_code: "004", account_name, account_number },
    idempotency_key: randomUUID(),
  })
  const title = `${account_name} · 004 ••${account_number.slice(-4)}`
  const { id, created_at } = data.withdraw
  return { id, title, account_number, created_at }
}

/** Nobody waits for an approval any more. */
export async function cancelWaiting(demo: RunningDemo): Promise<void> {
  const api = await adminApi(demo)
  const { data } = await api.get<{ withdraws: { id: string }[] }>(
    `${PATH}?state=requires_approval&limit=100`
  )
  for (const { id } of data.withdraws) {
    await api.post(`${PATH}/${id}/cancel`, {})
  }
}

/** Has a payout paid that a colleague approves, while the gateway holds all payouts. */
export async function payOut(
  demo: RunningDemo,
  id: string,
  colleague: Login
): Promise<void> {
  const api = await adminApi(demo, colleague)
  await api.post(`${PATH}/${id}/approve`, {})
  await until(() => gateway(demo).hasPayout(id), Boolean, PATIENCE_MS, 100)
  await gateway(demo).payOut(id)
  await until(
    async () => {
      const { data } = await api.get<{ withdraw: { state: string } }>(
        `${PATH}/${id}`
      )
      return data.withdraw.state
    },
    (state) => state === "paid",
    PATIENCE_MS,
    100
  )
}
