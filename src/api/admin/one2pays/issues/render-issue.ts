import type { MedusaRequest } from "@medusajs/framework/http"
import type { OrderName } from "../../../../modules/one2pays/core/order-names"
import type { ListedIssue } from "../../../../modules/one2pays/reports/list-issues"
import { requestLocale } from "../../../support/language/request-locale"
import { renderAdminPayment } from "../payments/render-payment"
import { renderWithdraw } from "../withdraws/render-withdraw"

/** The payment or withdraw of an issue, as its own route shows it, with its order's number and customer. */
export const renderIssue = (
  req: MedusaRequest,
  issue: ListedIssue,
  order: OrderName | null,
  isUnitProved: boolean
) =>
  issue.kind === "payment"
    ? {
        kind: issue.kind,
        order,
        payment: renderAdminPayment(req, issue.payment),
      }
    : {
        kind: issue.kind,
        order,
        withdraw: renderWithdraw(
          issue.withdraw,
          requestLocale(req),
          isUnitProved
        ),
      }
