import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import type { Movement } from "../../../../../modules/one2pays/statement/statement-queries"
import { parse } from "../../../../support/requests/list-query"
import { moments, plain, type Column } from "../../../../support/table/column"
import { sendTable } from "../../../../support/table/send-table"
import {
  orderNumber,
  withNames,
  wordOf,
  type Known,
} from "../../../../support/table/with-names"
import { exportQuery } from "../statement-query"

type NamedMovement = Movement & { known: Known }

const COLUMNS: Column<NamedMovement>[] = [
  ...plain<NamedMovement>("id"),
  ...moments<NamedMovement>("moved_at"),
  {
    name: "kind",
    of: ({ kind }) => kind,
    says: ({ kind }, locale) => wordOf(kind, locale),
  },
  { name: "amount", of: ({ amount }) => amount, kind: "money" },
  ...plain<NamedMovement>("reference_id", "gateway_id", "order_id"),
  orderNumber<NamedMovement>(),
]

/**
 * `GET /admin/one2pays/statement/export`: streams what came and left in the days of a statement as a file. `format` is
 * `csv` for programs or `xlsx` for people, whose years are counted by `era`: `ce` or `be`.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { days, format, era } = parse(exportQuery, req.query)
  const movements = one2paysOf(req.scope).statement.streamMovements(days)
  await sendTable(req, res, {
    name: "statement",
    of: [days.from, days.to],
    columns: COLUMNS,
    rows: withNames(req, movements, ({ order_id }) => ({
      order: order_id,
    })),
    file: { format, era },
  })
}
