import type { MedusaContainer } from "@medusajs/framework/types"
import type { WebhookEvent } from "../../../gateway"
import type { One2PaysModuleService } from "../../../modules/one2pays"
import type { Payment } from "../../../modules/one2pays/payments/payment"
import { newsOf } from "../../../modules/one2pays/webhooks/news"
import { isFinal } from "../../../modules/one2pays/withdraw-rules/state"
import type { Withdraw } from "../../../modules/one2pays/withdraws/withdraw"
import { settlePaymentWorkflow } from "../../../workflows/payments/settle-payment"
import { checkWithdrawWorkflow } from "../../../workflows/withdraws/check-withdraw"

/** How the work on an event ended. */
export interface Done {
  outcome: string
  /** Whether the gateway's own answer agrees with its event. Only then is the event used up. */
  is_confirmed: boolean
  /** Whether the gateway's own records lag behind its event, so that it should send the event again. */
  is_too_early: boolean
}

/** The payment or withdraw of an event, and the work that the event asks for. */
export interface Subject {
  reference: string
  work(): Promise<Done>
}

/** Finds our payment or withdraw that an event is about. */
export async function findSubject(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  rawBody: Buffer,
  event: WebhookEvent
): Promise<Subject | null> {
  if (event.family === "withdraw") {
    const withdraw = await one2pays.withdraws.findOfEvent(event)
    return (
      withdraw && {
        reference: withdraw.reference_id,
        work: () => checkWithdraw(container, one2pays, withdraw, event),
      }
    )
  }
  const payment = await one2pays.payments.findOfEvent(event)
  return (
    payment && {
      reference: payment.reference_id ?? payment.id,
      work: () => settlePayment(container, one2pays, payment, rawBody, event),
    }
  )
}

async function settlePayment(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  payment: Payment,
  rawBody: Buffer,
  event: WebhookEvent
): Promise<Done> {
  const news = newsOf(event)
  const isGood = news === "good"
  const isOther = isGood && one2pays.payments.isOtherMoney(payment, event)
  const isRepeated = async () =>
    isGood &&
    (await one2pays.webhooks.hasEarlier(rawBody, {
      ...event,
      referenceId: payment.reference_id ?? payment.id,
    }))
  const { result } = await settlePaymentWorkflow(container).run({
    input: {
      payment_id: payment.id,
      settled_too: isOther || news === "ended" || (await isRepeated()),
    },
  })
  // Another event may have been used up meanwhile.
  if (event.eventId && (await isRepeated())) {
    await one2pays.payments.noteAnnouncedTwice(payment.id, event.eventId)
  }
  if (result.kind === "not_final") {
    if (isGood) {
      await one2pays.payments.awaitMoney(payment.id)
    }
    return notConfirmed(result.kind, { is_too_early: news !== "unknown" })
  }
  // Money that went back had come before.
  const isMissed =
    isGood &&
    result.kind === "ended" &&
    (await one2pays.payments.find(payment.id))?.state !== "succeeded"
  if (isMissed) {
    await one2pays.payments.awaitMoney(payment.id)
    return notConfirmed("look_again")
  }
  if (isOther && (await one2pays.payments.awaitMoreMoney(payment.id))) {
    return notConfirmed("look_again")
  }
  return { outcome: result.kind, is_confirmed: true, is_too_early: false }
}

async function checkWithdraw(
  container: MedusaContainer,
  one2pays: One2PaysModuleService,
  withdraw: Withdraw,
  event: WebhookEvent
): Promise<Done> {
  const news = newsOf(event)
  const { result } = await checkWithdrawWorkflow(container).run({
    input: { withdraw_id: withdraw.id },
  })
  const { state } = result
  await one2pays.withdraws.compareAnnounced(withdraw, event)
  // A rejected withdraw was never sent.
  if (news === "good" && state !== "paid" && state !== "rejected") {
    await one2pays.withdraws.awaitConfirmation(withdraw.id)
    return notConfirmed("look_again", { is_too_early: !isFinal(state) })
  }
  if (news === "ended" && state === "paid") {
    await one2pays.withdraws.noteReturnAnnounced(result)
    return notConfirmed("look_again")
  }
  return isFinal(state)
    ? { outcome: state, is_confirmed: true, is_too_early: false }
    : notConfirmed(state, { is_too_early: news !== "unknown" })
}

const notConfirmed = (
  outcome: string,
  { is_too_early = false } = {}
): Done => ({ outcome, is_confirmed: false, is_too_early })
