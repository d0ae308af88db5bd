import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  one2paysOf,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import type { Withdraw } from "../../../../../modules/one2pays/withdraws/withdraw"
import { sendTable } from "../../../../support/table/send-table"
import { withNames } from "../../../../support/table/with-names"
import { foundWithdraws } from "../found-withdraws"
import { TRAIL_COLUMNS } from "../withdraw-columns"

/**
 * `GET /admin/one2pays/withdraws/trail`: streams the audit trail of the withdraws that the list's filters find as a file,
 * each one's first line first. `format` and `era` as in the export.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { pages, of, file } = await foundWithdraws(req)
  const { withdraws } = one2paysOf(req.scope)
  await sendTable(req, res, {
    name: "payout-trail",
    of,
    columns: TRAIL_COLUMNS,
    rows: withNames(req, linesOf(withdraws, pages), (event) => ({
      people: [event.person, event.actor],
    })),
    file,
  })
}

async function* linesOf(
  withdraws: One2PaysModuleService["withdraws"],
  pages: AsyncIterable<Withdraw[]>
) {
  for await (const some of pages) {
    yield await withdraws.listEvents(some.map(({ id }) => id))
  }
}
