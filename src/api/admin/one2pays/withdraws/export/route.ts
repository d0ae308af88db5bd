import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { sendTable } from "../../../../support/table/send-table"
import { withNames } from "../../../../support/table/with-names"
import { foundWithdraws } from "../found-withdraws"
import { WITHDRAW_COLUMNS } from "../withdraw-columns"

/**
 * `GET /admin/one2pays/withdraws/export`: streams the withdraws that the list's filters find as a file. `format` is `csv`
 * for programs or `xlsx` for people, whose years are counted by `era`: `ce` or `be`.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { pages, of, file } = await foundWithdraws(req)
  await sendTable(req, res, {
    name: "payouts",
    of,
    columns: WITHDRAW_COLUMNS,
    rows: withNames(req, pages, ({ order_id, requested_by, decided_by }) => ({
      order: order_id,
      people: [requested_by, decided_by],
    })),
    file,
  })
}
