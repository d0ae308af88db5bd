import { One2PaysError, roundThb, systemClock } from "../../../../gateway"
import { staffMessage } from "../../../../messages"
import { staffError } from "../../errors/staff-error"
import { lastFour, type Payer } from "../../payers/payer"
import { keyOf } from "../../shared/reference"
import { cancelPayment } from "../cancel"
import { askedAmount } from "../judge/asked-amount"
import { judgeQr } from "../judge/check-qr"
import { callAbout, type PaymentContext } from "../context"

import { PaymentStore } from "../store/payment-store"
import { recordReading } from "../refresh"
import { withNextAction, isWithoutAction } from "./create-at-gateway"

/** The shortest time that the gateway takes. */
const EXPIRES_IN_MINUTES = 5
/** Some deployments show the QR only after a while. Customers wait for it in the store. */
const READS = 4
const READ_PAUSE_MS = 1_500

/**
 * Proves the account's unit: creates a PromptPay payment of no order, reads its QR and cancels it. Nobody ever sees the
 * QR. The row is written before the call, and wants to be canceled from the start: whatever happens here, the
 * reconciliation cancels what the gateway has.
 *
 * @param amount THB in major units
 * @throws One2PaysError when the gateway makes no payment; MedusaError `one2pays_unit_undecided` when its QR says nothing
 */
export async function proveUnit(
  context: PaymentContext,
  { account_number, ...payer }: Payer,
  amount: string
): Promise<void> {
  const { gateway, options, store } = context
  const payment = await store.claims.insertProof({
    id: PaymentStore.newId(),
    amount: roundThb(amount),
    payer_name: payer.account_name,
    payer_bank_code: payer.bank_code,
    payer_last4: lastFour(account_number),
  })
  const deadline = systemClock.now() + options.timeoutMs
  const created = await gateway.payments
    .create(
      {
        amount: payment.amount,
        referenceId: payment.reference_id,
        paymentMethod: payment.payment_method,
        customerBankAccountName: payer.account_name,
        customerBankAccountNumber: account_number,
        customerBankCode: payer.bank_code,
        description: "Unit proof",
        metadata: { session_id: payment.session_id },
        idempotencyKey: keyOf(payment),
        expiresInMinutes: EXPIRES_IN_MINUTES,
      },
      { ...callAbout(context, payment), deadline }
    )
    .catch(async (error: unknown) => {
      if (error instanceof One2PaysError && error.outcome !== "unknown") {
        await store.record(payment.id, { state: "failed" })
      }
      throw error
    })
  let shown = await withNextAction(context, payment, created, deadline)
  for (let reads = 1; isWithoutAction(shown) && reads < READS; reads++) {
    await systemClock.sleep(READ_PAUSE_MS)
    shown = await withNextAction(context, payment, shown, deadline)
  }
  const recorded = await recordReading(context, payment, shown)
  await cancelPayment(context, recorded)
  const verdict =
    recorded.issue === null
      ? judgeQr({ amount: askedAmount(recorded) }, shown)
      : null
  if (verdict) {
    await context.unit.note(verdict, payment.reference_id, { anew: true })
  } else if ((await context.unit.read()).state !== "contradicted") {
    throw staffError(staffMessage("unit_undecided"))
  }
}
