import type { MedusaRequest } from "@medusajs/framework/http"
import type { ListedIssue } from "../../../../modules/one2pays/reports/list-issues"
import { requestLocale } from "../../../support/request-locale"
import { renderAdminPayment } from "../payments/render-payment"
import { renderWithdraw } from "../withdraws/render-withdraw"

/** The payment or withdraw of an issue, as its own route shows it. */
export const renderIssue = (
  req: MedusaRequest,
  issue: ListedIssue,
  isUnitProved: boolean
) =>
  issue.kind === "payment"
    ? { kind: issue.kind, payment: renderAdminPayment(req, issue.payment) }
    : {
        kind: issue.kind,
        withdraw: renderWithdraw(
          issue.withdraw,
          requestLocale(req),
          isUnitProved
        ),
      }
