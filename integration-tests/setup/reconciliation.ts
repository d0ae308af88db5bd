import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcilePaymentsWorkflow } from "medusa-plugin-one2pays/workflows"
import { sql } from "./database"
import type { Sandbox } from "./medusa-with-sandbox"

const setLease = (container: MedusaContainer, until: string) =>
  sql(
    container,
    `update one2pays_gateway_state set reconcile_until = now() + interval '${until}'`
  )

/**
 * Keeps the jobs of every minute that ask the gateway out of the tests, which reconcile when they want to: the balance of
 * each day is known, too. Call it before the first test.
 */
export async function holdReconciliation(
  container: MedusaContainer
): Promise<void> {
  await reconcilePaymentsWorkflow(container).run()
  await setLease(container, "1 day")
  await sql(
    container,
    `insert into one2pays_wallet_snapshot (day, wallet, settlement, taken_at)
     select to_char(day, 'YYYY-MM-DD'), '0.00', '0.00', day
       from generate_series(now() - interval '1 year', now() + interval '1 year', '1 day') day
         on conflict (day) do update set wallet = excluded.wallet, settlement = excluded.settlement, taken_at = excluded.taken_at`
  )
}

/** One run, as the job starts it. */
export async function reconcile(
  container: MedusaContainer
): Promise<{ has_run: boolean; settled: number }> {
  await setLease(container, "-1 second")
  const { result } = await reconcilePaymentsWorkflow(container).run()
  await setLease(container, "1 day")
  return result
}

/** Counts the calls of one run, by endpoint. */
export async function callsOfRun(
  container: MedusaContainer,
  sandbox: Sandbox
): Promise<Record<string, number>> {
  sandbox.resetCalls()
  expect(await reconcile(container)).toMatchObject({ has_run: true })
  return sandbox.callCounts()
}
