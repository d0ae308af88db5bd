import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { refreshPaymentCollectionForCartWorkflow } from "@medusajs/medusa/core-flows"
import type { PublicErrorCode } from "../../../messages"
import { loggerOf } from "../../../modules/one2pays/core/query"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"

const CHANGED: PublicErrorCode = "one2pays_amount_changed"

/**
 * Lets core compute the amount of a cart's payment collection anew, when a checkout was refused because it asked for
 * another amount than the order. The customer's next payment session then asks for the right one.
 */
export function refreshChangedAmount(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  // The id is read now, since the router takes the parameters away before an error is answered.
  const cart_id = String(req.params.id)
  res.json = (body: unknown) => {
    if ((body as { code?: unknown } | null)?.code !== CHANGED) {
      return json(body)
    }
    void refreshPaymentCollectionForCartWorkflow(req.scope)
      .run({ input: { cart_id } })
      .catch((error: unknown) => {
        logFailure(
          loggerOf(req.scope),
          `the amount of cart ${cart_id} could not be computed anew`,
          error
        )
      })
      .finally(() => json(body))
    return res
  }
  next()
}
