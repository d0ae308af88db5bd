import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import { findPayment } from "../../find-payment"
import { renderAdminPayment } from "../../render-payment"

const WHY =
  "note: expected 1 to 1000 characters that say why the issue is closed"

const resolution = z.strictObject({
  note: z.string(WHY).trim().min(1, WHY).max(1000, WHY),
})

/** `POST /admin/one2pays/payments/:id/resolve` `{ note }`: closes an issue; who did it, when and why is kept. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = await findPayment(req)
  const body = resolution.safeParse(req.body)
  if (!body.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      body.error.issues[0]?.message ?? WHY
    )
  }
  const resolved = await req.scope
    .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    .resolveIssue(id, req.auth_context.actor_id, body.data.note)
  if (!resolved) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Payment ${id} has no open issue`
    )
  }
  res.json({ payment: renderAdminPayment(resolved) })
}
