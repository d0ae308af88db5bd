import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcilePaymentsWorkflow } from "medusa-plugin-one2pays/workflows"

/** How the tests move time: rows get older, nobody waits. */
export const sql = <Row = Record<string, unknown>>(
  container: MedusaContainer,
  statement: string,
  values: readonly string[] = []
): Promise<Row[]> =>
  container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(statement, values)
    .then(({ rows }) => rows)

const setTurn = (container: MedusaContainer, until: string) =>
  sql(
    container,
    `update one2pays_gateway_state set reconcile_until = now() + interval '${until}'`
  )

/** Keeps the job of every minute out of the tests, which reconcile when they want to. Call it before the first test. */
export async function holdReconciliation(
  container: MedusaContainer
): Promise<void> {
  await reconcilePaymentsWorkflow(container).run()
  await setTurn(container, "1 day")
}

/** One run, as the job starts it. */
export async function reconcile(
  container: MedusaContainer
): Promise<{ has_run: boolean; settled: number }> {
  await setTurn(container, "-1 second")
  const { result } = await reconcilePaymentsWorkflow(container).run()
  await setTurn(container, "1 day")
  return result
}
