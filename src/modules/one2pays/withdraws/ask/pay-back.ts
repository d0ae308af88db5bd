import { MathBN } from "@medusajs/framework/utils"
import { paymentPhase } from "../../../../gateway"
import { staffMessage } from "../../../../messages"
import type { GraphQuery } from "../../core/query"
import { createWithdraws } from "./create"
import { staffError } from "../../errors/staff-error"
import { nameOfSign } from "../../gateway-state/unit"
import { isSeenTo } from "../../issues/issue"
import { callAbout, type PaymentContext } from "../../payments/context"
import { PaymentStore } from "../../payments/store/payment-store"
import { knownBefore, movedBy, surplusOf } from "../../payments/judge/match"
import { PAY_BACK, PaymentQueries } from "../../payments/store/payment-queries"
import type { Payment } from "../../payments/payment"
import { ERASED } from "../../shared/seal"
import type { WithdrawContext } from "../context"
import type { Person } from "../../withdraw-rules/people"
import { hasEndedUnpaid } from "../../withdraw-rules/state"
import { WithdrawStore, type Transaction } from "../store/withdraw-store"
import type { Withdraw } from "../withdraw"
import { payBackOwed } from "./pay-back-owed"
import {
  payBackOf,
  nextRequest,
  assertUnresolved,
  lastTry,
  limitOfSecondTry,
  beginPayBack,
  written,
} from "./pay-back-rules"

/** Whether a payment has money that can go back, as far as the plugin knows. */
export const canPayBack = (
  { refunds }: WithdrawContext["options"],
  { state, issue, settled_at, payer_sealed, ...seen }: Payment
): boolean =>
  refunds.mode !== "off" &&
  payer_sealed !== ERASED &&
  state === "succeeded" &&
  // The money of a settled payment is its order's. Only what came beside it can go back.
  (!settled_at || issue === "paid_twice" || issue === "refund_missing") &&
  issue !== null &&
  !isSeenTo(seen) &&
  issue !== "currency_mismatch" &&
  // The money is another payer's, and nobody knows their account.
  issue !== "unknown_reference"

/** Whether a withdraw should have paid a customer back, did not, and has an unresolved issue. */
export const canPayBackAgain = (withdraw: Withdraw): boolean =>
  didNotGetBack(withdraw) &&
  !isSeenTo(withdraw) &&
  withdraw.account_sealed !== ERASED

const didNotGetBack = (
  withdraw: Withdraw
): withdraw is Withdraw & { payment_id: string } =>
  withdraw.issue === "refund_failed" &&
  withdraw.payment_id !== null &&
  hasEndedUnpaid(withdraw.state)

/**
 * Pays unmatched money back to the account it came from: all that the gateway says it received, or only what it received
 * beyond the money that was accounted for before. The plugin pays it as a payout, with the limits, the approval and the trail of
 * one. The issue is resolved when the money has arrived, and open again when it has not. A second request in between gives
 * the same payout.
 *
 * @param person who asks, and so cannot approve it
 * @returns id of the payout
 * @throws MedusaError NOT_ALLOWED when no money is there that could go back; One2PaysError when the gateway does not
 * answer
 */
export async function payBack(
  payments: PaymentContext,
  payouts: WithdrawContext,
  payment: Payment,
  person: Person,
  query: GraphQuery
): Promise<string> {
  if (payouts.options.refunds.mode === "off") {
    throw staffError(staffMessage("refunds_off"))
  }
  const { issue } = payment
  const asked = payBackOf(payment)
  if (asked) {
    return asked
  }
  if (issue === "refund_missing") {
    return payBackOwed(payments, payouts, payment, person, query)
  }
  if (!issue || (payment.settled_at && issue !== "paid_twice")) {
    throw staffError(staffMessage("belongs_to_order", { id: payment.id }))
  }
  const isFurther =
    payment.settled_at !== null ||
    payment.paid_back_at !== null ||
    knownBefore(payment) !== null
  const { amount, request_key, went_back } = isFurther
    ? await surplusToPayBack(payments, payment)
    : {
        amount: null,
        request_key: nextRequest(firstRequest(payment), payment),
        went_back: "0",
      }
  assertUnresolved(payment)
  const last = await lastTry(payouts, payment)
  const [withdraw] = await createWithdraws(
    payouts,
    [
      {
        amount: amount ?? (await amountReceived(payments, payment)),
        bank_code: payment.payer_bank_code,
        account_name: payment.payer_name,
        account_number: payments.openAccountNumber(payment),
        description: `Paid back: ${payment.reference_id ?? payment.id}`,
      },
    ],
    {
      requested_by: person.actor,
      person,
      request_key,
      pays_back: {
        payment_id: payment.id,
        order_id: payment.order_id,
        first_payer: payment.first_payer,
        approval_above: last ? limitOfSecondTry(payouts, last) : undefined,
        begin: async (transaction, id) => {
          const store = new PaymentStore(transaction)
          await beginPayBack(store.issues, payment.id, id, issue)
          await assertNothingElseWentBack(transaction, {
            payment,
            request_key,
            went_back,
          })
          // Of further money, the order has had its own, or staff have decided about it.
          if (!isFurther) {
            await store.markPaidBack(payment.id)
          }
        },
      },
    }
  )
  return written(withdraw).id
}

const firstRequest = ({ id }: Payment): string => `${PAY_BACK}${id}`

/**
 * Asks how much came for a payment beyond the money that was accounted for, less what went back before. Each sum that the
 * gateway shows has a request of its own, so that a third transfer can go back, too.
 */
async function surplusToPayBack(
  payments: PaymentContext,
  payment: Payment
): Promise<{ amount: string; request_key: string; went_back: string }> {
  const received = await amountReceived(payments, payment)
  const request_key = nextRequest(
    `${firstRequest(payment)}:${received}`,
    payment
  )
  const went_back = await payments.queries.sumPaidBack(payment.id, request_key)
  const amount = surplusOf(payment, received, went_back)
  if (MathBN.gt(amount, 0)) {
    return { amount, request_key, went_back }
  }
  throw staffError(staffMessage("no_surplus", { id: payment.id }))
}

/** Throws when another request has paid some of the money back since this one computed its amount. */
async function assertNothingElseWentBack(
  transaction: Transaction,
  {
    payment: { id },
    request_key,
    went_back,
  }: { payment: Payment; request_key: string; went_back: string }
): Promise<void> {
  const now = await new PaymentQueries(transaction).sumPaidBack(id, request_key)
  if (!MathBN.eq(now, went_back)) {
    throw staffError(staffMessage("payment_in_progress", { id }))
  }
}

/**
 * Tries once more to pay a customer back, to the same account, after a withdraw that did not. The caller has asked the
 * gateway whether that withdraw was really not paid.
 *
 * @returns id of the payout
 * @throws MedusaError NOT_ALLOWED when the withdraw is not known to have failed
 */
export async function payBackAgain(
  context: WithdrawContext,
  withdraw: Withdraw,
  person: Person
): Promise<string> {
  if (!didNotGetBack(withdraw)) {
    throw staffError(staffMessage("nothing_to_pay_back", { id: withdraw.id }))
  }
  const asked = payBackOf(withdraw)
  if (asked) {
    return asked
  }
  const request_key = nextRequest(`again:${withdraw.id}`, withdraw)
  assertUnresolved(withdraw)
  const last = (await lastTry(context, withdraw)) ?? withdraw
  const [again] = await createWithdraws(
    context,
    [
      {
        amount: withdraw.amount,
        bank_code: withdraw.bank_code,
        account_name: withdraw.account_name,
        account_number: context.openAccountNumber(withdraw),
        description: withdraw.description,
      },
    ],
    {
      requested_by: person.actor,
      person,
      request_key,
      pays_back: {
        payment_id: withdraw.payment_id,
        order_id: withdraw.order_id,
        first_payer: withdraw.first_payer,
        approval_above: limitOfSecondTry(context, last),
        begin: async (transaction, id) => {
          const { issues } = new WithdrawStore(transaction)
          await beginPayBack(issues, withdraw.id, id, "refund_failed")
        },
      },
    }
  )
  return written(again).id
}

/**
 * Asks the gateway how much it received under our own reference, in THB. It asks now, because the money is about to
 * leave. While the unit is contradicted nobody knows.
 */
async function amountReceived(
  payments: PaymentContext,
  payment: Payment
): Promise<string> {
  const { gateway_payment_id, reference_id } = payment
  const found =
    gateway_payment_id &&
    (await payments.gateway.payments.retrieve(
      gateway_payment_id,
      callAbout(payments, payment)
    ))
  if (!found || paymentPhase(found.status) !== "succeeded") {
    throw staffError(staffMessage("no_money_came", { id: payment.id }))
  }
  if (found.currency.toUpperCase() !== "THB") {
    throw staffError(staffMessage("foreign_currency"))
  }
  // Under another reference it is another customer's money, and the account that we know is not theirs.
  if (found.referenceId && found.referenceId !== reference_id) {
    throw staffError(staffMessage("foreign_reference", { id: payment.id }))
  }
  const { state, by } = await payments.unit.read()
  if (state === "contradicted" && by) {
    throw staffError(
      staffMessage("unit_contradicted", { reference: nameOfSign(by) })
    )
  }
  const moved = movedBy(found, { is_further: true })
  if (moved) {
    await payments.store.noteReceived(payment, moved)
  }
  return found.amount
}
