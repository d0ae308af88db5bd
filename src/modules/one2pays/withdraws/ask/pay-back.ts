import { MathBN } from "@medusajs/framework/utils"
import { paymentPhase } from "../../../../gateway"
import { staffMessage } from "../../../../messages"
import { loadBookedBack } from "../../core/booked-back"
import type { GraphQuery } from "../../core/query"
import { createWithdraws } from "./create"
import { staffError } from "../../errors/staff-error"
import { nameOfSign } from "../../gateway-state/unit"
import { isSeenTo, type IssueColumns } from "../../issues/issue"
import type { IssueStore } from "../../issues/issue-store"
import { callAbout, type PaymentContext } from "../../payments/context"
import { PaymentStore } from "../../payments/store/payment-store"
import {
  knownBefore,
  movedBy,
  owedIn,
  surplusOf,
} from "../../payments/judge/match"
import { PAY_BACK, PaymentQueries } from "../../payments/store/payment-queries"
import type { Payment } from "../../payments/payment"
import { ERASED } from "../../shared/seal"
import type { WithdrawContext } from "../context"
import type { Person } from "../../withdraw-rules/people"
import { hasEndedUnpaid } from "../../withdraw-rules/state"
import { owedBack } from "./owed-back"
import { OWED_BACK, WithdrawQueries } from "../store/withdraw-queries"
import { WithdrawStore, type Transaction } from "../store/withdraw-store"
import type { Withdraw } from "../withdraw"

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

/** The payout that pays the money of an issue back, or has paid it. Null where none does, and after one that ended unpaid. */
const payBackOf = ({
  pay_back_id,
  paying_back_since,
}: IssueColumns<string>): string | null => paying_back_since && pay_back_id

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

/**
 * Pays what Medusa counts as gone back, and no withdraw pays: exactly the sum that the issue names, less what staff have
 * refunded in Medusa since.
 */
async function payBackOwed(
  payments: PaymentContext,
  payouts: WithdrawContext,
  payment: Payment,
  person: Person,
  query: GraphQuery
): Promise<string> {
  const { id, owed_back_told, order_id } = payment
  const request_key = nextRequest(
    `${OWED_BACK}${id}:${owed_back_told ?? ""}`,
    payment
  )
  assertUnresolved(payment)
  const last = await lastTry(payouts, payment)
  const books = await loadBookedBack(query, order_id ? [order_id] : [])
  const own = books.find(({ session_id }) => session_id === payment.session_id)
  const refunds = await payouts.store.queries.listRefundsOf(id)
  const owed = own ? owedBack(payment, own, refunds, payouts.now()) : "0"
  // What earlier issues told of has gone back, or staff have seen to it.
  const amount = MathBN.sub(
    owedIn(payment) ?? 0,
    MathBN.max(MathBN.sub(owed_back_told ?? 0, owed), 0)
  )
  if (amount.lte(0)) {
    throw staffError(staffMessage("nothing_owed", { id }))
  }
  const [withdraw] = await createWithdraws(
    payouts,
    [
      {
        amount: amount.toFixed(2),
        bank_code: payment.payer_bank_code,
        account_name: payment.payer_name,
        account_number: payments.openAccountNumber(payment),
        description: `Paid back: ${payment.reference_id ?? id}`,
      },
    ],
    {
      requested_by: person.actor,
      person,
      request_key,
      pays_back: {
        payment_id: id,
        order_id,
        first_payer: payment.first_payer,
        approval_above: last
          ? limitOfSecondTry(payouts, last)
          : limitOfRefunds(payouts),
        begin: async (transaction, withdrawId) => {
          await assertWithinPayment(transaction, payment, amount.toFixed(2))
          const { issues } = new PaymentStore(transaction)
          await beginPayBack(issues, id, withdrawId, "refund_missing")
        },
      },
    }
  )
  return written(withdraw).id
}

/** Throws when a refund has taken the money since: not more goes back of a payment than its order took. */
async function assertWithinPayment(
  transaction: Transaction,
  { id, amount }: Payment,
  more: string
): Promise<void> {
  const queries = new WithdrawQueries(transaction)
  const refunds = await queries.listRefundsOf(id)
  const gone = refunds.filter(({ state }) => !hasEndedUnpaid(state))
  const left = MathBN.sub(
    amount,
    await queries.sumOwedPaidBack(id),
    ...gone.map((refund) => refund.amount)
  )
  if (MathBN.gt(more, left)) {
    throw staffError(staffMessage("payment_in_progress", { id }))
  }
}

const firstRequest = ({ id }: Payment): string => `${PAY_BACK}${id}`

/** Names the request after a pay-back that ended unpaid: the next one is another. */
const nextRequest = (
  request: string,
  { pay_back_id }: IssueColumns<string>
): string => (pay_back_id ? `${request}#${pay_back_id}` : request)

/** Finds the pay-back of an issue that ended unpaid. */
const lastTry = async (
  { store }: WithdrawContext,
  { pay_back_id }: IssueColumns<string>
): Promise<Withdraw | null> =>
  pay_back_id === null ? null : store.queries.find(pay_back_id)

/** Throws when another person was first, with a pay-back or by closing the issue. */
async function beginPayBack<Issue extends string, Row>(
  issues: IssueStore<Issue, Row>,
  id: string,
  payout: string,
  issue: Issue
): Promise<void> {
  if (!(await issues.beginPayBack(id, payout, issue))) {
    throw staffError(staffMessage("issue_closed", { id }))
  }
}

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

/** Throws when staff have resolved the issue: they may have paid by hand. */
function assertUnresolved({
  id,
  resolved_at,
}: Pick<Withdraw, "id" | "resolved_at">): void {
  if (resolved_at) {
    throw staffError(staffMessage("issue_closed", { id }))
  }
}

/**
 * The limit above which a second person has to approve the second try. One person alone cannot send a payout that a
 * colleague rejected, or a refund that needed a second person.
 */
function limitOfSecondTry(
  context: WithdrawContext,
  { state }: Withdraw
): string {
  return state === "rejected" ? "0" : limitOfRefunds(context)
}

/** The limit for a payout that stands for a refund: the lower one of both. */
const limitOfRefunds = ({
  options: { refunds, withdraws },
}: WithdrawContext): string =>
  MathBN.min(
    refunds.approvalAbove ?? withdraws.approvalAbove,
    withdraws.approvalAbove
  ).toFixed()

function written(withdraw: Withdraw | undefined): Withdraw {
  if (!withdraw) {
    throw new Error("[one2pays] the payout was not written")
  }
  return withdraw
}
