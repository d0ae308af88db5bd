import type { ListedIssue } from "../../../../modules/one2pays/list-issues"
import type { Locale } from "../../../../messages"
import { renderAdminPayment } from "../payments/render-payment"
import { renderWithdraw } from "../withdraws/render-withdraw"

/** What the issue is about, as its own route shows it. */
export const renderIssue = (issue: ListedIssue, locale: Locale) =>
  issue.kind === "payment"
    ? { kind: issue.kind, payment: renderAdminPayment(issue.payment, locale) }
    : { kind: issue.kind, withdraw: renderWithdraw(issue.withdraw, locale) }
