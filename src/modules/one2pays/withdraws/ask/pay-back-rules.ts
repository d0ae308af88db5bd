import { MathBN } from "@medusajs/framework/utils"
import { staffMessage } from "../../../../messages"
import { staffError } from "../../errors/staff-error"
import type { IssueColumns } from "../../issues/issue"
import type { IssueStore } from "../../issues/issue-store"
import type { WithdrawContext } from "../context"
import type { Withdraw } from "../withdraw"

/** The payout that pays the money of an issue back, or has paid it. Null where none does, and after one that ended unpaid. */
export const payBackOf = ({
  pay_back_id,
  paying_back_since,
}: IssueColumns<string>): string | null => paying_back_since && pay_back_id

/** Names the request after a pay-back that ended unpaid: the next one is another. */
export const nextRequest = (
  request: string,
  { pay_back_id }: IssueColumns<string>
): string => (pay_back_id ? `${request}#${pay_back_id}` : request)

/** Finds the pay-back of an issue that ended unpaid. */
export const lastTry = async (
  { store }: WithdrawContext,
  { pay_back_id }: IssueColumns<string>
): Promise<Withdraw | null> =>
  pay_back_id === null ? null : store.queries.find(pay_back_id)

/** Throws when another person was first, with a pay-back or by closing the issue. */
export async function beginPayBack<Issue extends string, Row>(
  issues: IssueStore<Issue, Row>,
  id: string,
  payout: string,
  issue: Issue
): Promise<void> {
  if (!(await issues.beginPayBack(id, payout, issue))) {
    throw staffError(staffMessage("issue_closed", { id }))
  }
}

/** Throws when staff have resolved the issue: they may have paid by hand. */
export function assertUnresolved({
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
export function limitOfSecondTry(
  context: WithdrawContext,
  { state }: Withdraw
): string {
  return state === "rejected" ? "0" : limitOfRefunds(context)
}

/** The limit for a payout that stands for a refund: the lower one of both. */
export const limitOfRefunds = ({
  options: { refunds, withdraws },
}: WithdrawContext): string =>
  MathBN.min(
    refunds.approvalAbove ?? withdraws.approvalAbove,
    withdraws.approvalAbove
  ).toFixed()

export function written(withdraw: Withdraw | undefined): Withdraw {
  if (!withdraw) {
    throw new Error("[one2pays] the payout was not written")
  }
  return withdraw
}
