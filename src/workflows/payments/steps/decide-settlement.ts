import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { renderMessage, type Message } from "../../../messages"
import { one2paysOf } from "../../../modules/one2pays"
import { queryOf } from "../../../modules/one2pays/core/query"
import {
  loadPaymentFacts,
  type SessionFacts,
} from "../../../modules/one2pays/core/session-facts"
import { noSuchPayment } from "../../../modules/one2pays/errors/staff-error"
import { detailOf } from "../../../modules/one2pays/issues/issue"
import type { PaymentIssue } from "../../../modules/one2pays/payments/payment"
import {
  decideSettlement,
  type Settlement,
} from "../../../modules/one2pays/payments/settlement"

/** A settlement as it travels between steps. */
export interface DecidedPayment {
  payment_id: string
  kind: Settlement["kind"]
  issue: {
    code: PaymentIssue
    /** In English. */
    detail: string
    /** To be written down; null for an issue that the payment has already. */
    message: Message | null
  } | null
  session:
    | (Pick<SessionFacts, "id" | "exact_amount" | "status"> & {
        order_id: string | null
      })
    | null
}

/** Refreshes a payment and decides what it means for Medusa's order. The step changes nothing in Medusa. */
export const decideSettlementStep = createStep(
  "one2pays-judge-payment",
  async (
    {
      payment_id,
      is_read,
      settled_too = false,
    }: { payment_id: string; is_read?: boolean; settled_too?: boolean },
    { container }
  ) => {
    const one2pays = one2paysOf(container)
    const known = await one2pays.payments.find(payment_id)
    if (!known) {
      throw noSuchPayment(payment_id)
    }
    const payment = is_read
      ? known
      : await one2pays.payments.refresh(known, { settled_too })
    const facts = await loadPaymentFacts(queryOf(container), payment)
    const { session } = facts
    const settlement = decideSettlement(payment, facts)
    const decided: DecidedPayment = {
      payment_id: payment.id,
      kind: settlement.kind,
      issue:
        settlement.kind === "issue"
          ? {
              code: settlement.issue,
              detail: settlement.message
                ? renderMessage(settlement.message, "en")
                : (detailOf(payment, "en") ?? ""),
              message: settlement.message,
            }
          : null,
      session: session && {
        id: session.id,
        exact_amount: session.exact_amount,
        status: session.status,
        order_id: session.order?.id ?? null,
      },
    }
    return new StepResponse(decided)
  }
)
