import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import type { PaymentFilter } from "../../../../../modules/one2pays/payments/payment-queries"
import { parse } from "../../../../support/list-query"
import { readableOrders } from "../../../../support/readable-orders"
import { CSV_HEADER, csvRow } from "../csv"
import { searched } from "../find-payments"
import { exportQuery } from "../payment-query"

/** `GET /admin/one2pays/payments/export`: streams the payments that the list's filters find as CSV, the newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const filter = await searched(parse(exportQuery, req.query), req)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", 'attachment; filename="payments.csv"')
  await pipeline(Readable.from(lines(req, filter)), res)
}

async function* lines(
  req: AuthenticatedMedusaRequest,
  filter: PaymentFilter
): AsyncGenerator<string> {
  yield CSV_HEADER
  for await (const some of one2paysOf(req.scope).payments.stream(filter)) {
    const orders = await readableOrders(
      req,
      some.map(({ order_id }) => order_id)
    )
    yield some
      .map((payment) => csvRow(payment, orders.get(payment.order_id ?? "")))
      .join("")
  }
}
