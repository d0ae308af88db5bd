import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { parse } from "../../../../support/requests/list-query"
import { periodName, sendTable } from "../../../../support/table/send-table"
import { withNames } from "../../../../support/table/with-names"
import { searched } from "../find-payments"
import { PAYMENT_COLUMNS } from "../payment-columns"
import { exportQuery } from "../payment-query"

/**
 * `GET /admin/one2pays/payments/export`: streams the payments that the list's filters find as a file, the newest first.
 * `format` is `csv` for programs or `xlsx` for people, whose years are counted by `era`: `ce` or `be`.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { format, era, ...filters } = parse(exportQuery, req.query)
  const pages = one2paysOf(req.scope).payments.stream(
    await searched(filters, req)
  )
  await sendTable(req, res, {
    name: "payments",
    of: periodName(
      filters.paid_from ?? filters.created_from,
      filters.paid_to ?? filters.created_to
    ),
    columns: PAYMENT_COLUMNS,
    rows: withNames(req, pages, ({ order_id }) => ({ order: order_id })),
    file: { format, era },
  })
}
