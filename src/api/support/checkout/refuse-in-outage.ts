import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { systemClock, type OutageReason } from "../../../gateway"
import { noteRetryAfter, type PublicErrorCode } from "../../../messages"
import { one2paysOf } from "../../../modules/one2pays"
import { queryOf } from "../../../modules/one2pays/core/query"
import { publicError } from "../../../modules/one2pays/errors/public-error"
import { isOne2Pays } from "../../../modules/one2pays/core/is-one2pays"

/**
 * Refuses a customer at once while the gateway is under maintenance, or answers nobody. Core would notice only after it had
 * written an order. It would then roll the order back, and its number would be missing for good in the shop's order
 * numbers. Carts that pay otherwise pass, and so does a cart whose order exists.
 *
 * @param pays says whether the request is about paying with One2Pays. It is called in an outage only.
 */
export const refuseInOutage =
  (pays: (req: MedusaRequest) => boolean | Promise<boolean>) =>
  async (
    req: MedusaRequest,
    _: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    await assertNoOutage(req.scope, () => pays(req))
    next()
  }

const REFUSALS = {
  maintenance: "one2pays_maintenance",
  silence: "one2pays_unavailable",
} as const satisfies Record<OutageReason, PublicErrorCode>

/**
 * @throws MedusaError `one2pays_maintenance` or `one2pays_unavailable` in an outage of the gateway, where `pays` says that
 * the gateway is needed
 */
export async function assertNoOutage(
  container: MedusaContainer,
  pays: () => boolean | Promise<boolean> = () => true
): Promise<void> {
  const { connection } = one2paysOf(container)
  const outage = await connection.outage()
  if (outage && (await pays())) {
    connection.probeWithoutJobs(outage)
    noteRetryAfter(secondsUntil(outage.retry_at))
    throw publicError(REFUSALS[outage.reason])
  }
}

/** At least one second, since the next probe may be due already. */
const secondsUntil = (time: string) =>
  Math.max(1, Math.ceil((Date.parse(time) - systemClock.now()) / 1000))

/** Whether the body of the request chooses One2Pays. */
export const choosesOne2Pays = (req: MedusaRequest): boolean =>
  isOne2Pays((req.body as { provider_id?: unknown } | undefined)?.provider_id)

interface CartRow {
  completed_at: string | null
  payment_collection?: {
    payment_sessions?: ({ provider_id: string } | null)[]
  } | null
}

/** Whether completing the cart of the request would make a payment at the gateway. */
export async function completesWithOne2Pays(
  req: MedusaRequest
): Promise<boolean> {
  const { data } = await queryOf(req.scope).graph({
    entity: "cart",
    fields: [
      "id",
      "completed_at",
      "payment_collection.payment_sessions.provider_id",
    ],
    filters: { id: String(req.params.id) },
  })
  const cart = (data as CartRow[])[0]
  return (
    cart?.completed_at === null &&
    (cart.payment_collection?.payment_sessions ?? []).some((session) =>
      isOne2Pays(session?.provider_id)
    )
  )
}
