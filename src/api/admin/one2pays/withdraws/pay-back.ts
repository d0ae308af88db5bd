import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import {
  payBackWorkflow,
  type PayBackInput,
} from "../../../../workflows/withdraws/pay-back"
import { requestLocale } from "../../../support/language/request-locale"
import { renderWithdraw } from "./render-withdraw"

/** Pays back the money that the route's `:id` names. 201 with the withdraw. */
export const payBack =
  (what: (id: string) => { payment_id: string } | { withdraw_id: string }) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse
  ): Promise<void> => {
    const input: PayBackInput = {
      ...what(String(req.params.id)),
      actor_id: req.auth_context.actor_id,
    }
    const { result: id } = await payBackWorkflow(req.scope).run({ input })
    const { unit, withdraws } = one2paysOf(req.scope)
    res.status(201).json({
      withdraw: renderWithdraw(
        await withdraws.retrieve(id),
        requestLocale(req),
        await unit.isProved()
      ),
    })
  }
