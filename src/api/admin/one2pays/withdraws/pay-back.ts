import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../modules/one2pays"
import {
  payBackWorkflow,
  type PayBackInput,
} from "../../../../workflows/withdraws/pay-back"
import { renderWithdraw } from "./render-withdraw"
import { requestLocale } from "../../../support/request-locale"

/** Pays back what the route's `:id` is about; 201 with the payout. */
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
    const { payouts } =
      req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    res.status(201).json({
      withdraw: renderWithdraw(await payouts.retrieve(id), requestLocale(req)),
    })
  }
