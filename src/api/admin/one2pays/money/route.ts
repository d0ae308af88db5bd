import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { parse } from "../../../support/requests/list-query"
import { daysOfMonth } from "../../../support/requests/month"
import { moneyQuery } from "./money-query"
import { renderMoney } from "./render-money"

/**
 * `GET /admin/one2pays/money?days=30`: the THB in major units that came in and left, and how often money needed a person,
 * for each of the last days in Thailand, or of a month (`month=2026-11`). It reads the database only.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { days, month } = parse(moneyQuery, req.query)
  const one2pays = one2paysOf(req.scope)
  res.json(
    renderMoney(
      await one2pays.reports.moneyByDay(
        month ? daysOfMonth(month) : { count: days }
      )
    )
  )
}
