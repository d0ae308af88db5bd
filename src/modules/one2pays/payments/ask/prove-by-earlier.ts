import { One2PaysError } from "../../../../gateway"
import { logFailure } from "../../errors/log-failure"
import { judgeUnit } from "../../gateway-state/judge-unit"
import { judgeQr } from "../judge/check-qr"
import { callAbout, type PaymentContext } from "../context"

/**
 * Proves or contradicts the unit by a PromptPay payment of before, as after an update of the plugin or a change of
 * `amountUnit`. The gateway's answer under today's options decides. It costs a call only while nothing is known.
 */
export async function proveByEarlier(context: PaymentContext): Promise<void> {
  const { gateway, queries, unit, logger } = context
  if ((await unit.read()).state !== "unproved") {
    return
  }
  const payment = await queries.findUnitWitness()
  if (!payment?.gateway_payment_id) {
    return
  }
  const reference = payment.reference_id ?? payment.id
  try {
    const told = await gateway.payments.retrieve(
      payment.gateway_payment_id,
      callAbout(context, payment)
    )
    if (told.referenceId !== payment.reference_id) {
      return
    }
    // The QR of a settled payment is gone, and may have named no amount. Both amounts that are left went through
    // `amountUnit`, so that their likeness proves nothing; under another `amountUnit` they differ.
    const verdict = payment.settled_at
      ? judgeUnit(told.amount, payment.amount)
      : judgeQr(told, told)
    const isEcho = payment.settled_at !== null && verdict === "proved"
    if (verdict && !isEcho) {
      await unit.note(verdict, reference)
    }
  } catch (error) {
    if (!(error instanceof One2PaysError)) {
      throw error
    }
    logFailure(
      logger,
      `payment ${reference} could not be asked about the unit of the account`,
      error
    )
  }
}
