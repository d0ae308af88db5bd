import { SHOP_ZONE } from "../../../../modules/one2pays/shared/shop-zone"
import type { Comparison } from "../../../../modules/one2pays/statement/compare"
import type { Statement } from "../../../../modules/one2pays/statement/build-statement"
import type { Movement } from "../../../../modules/one2pays/statement/statement-queries"

/** Every amount of a statement is THB in major units, as a decimal string. */
const MONEY = { time_zone: SHOP_ZONE, currency_code: "thb" } as const

/** The answer of `GET /admin/one2pays/statement`. */
export interface StatementAnswer extends Statement {
  time_zone: string
  currency_code: "thb"
}

/** The answer of `GET /admin/one2pays/statement/movements`. */
export interface MovementsAnswer {
  movements: Movement[]
  count: number
  limit: number
  offset: number
}

/** The answer of `POST /admin/one2pays/statement/compare`. */
export type ComparisonAnswer = Comparison

export const renderStatement = (statement: Statement): StatementAnswer => ({
  ...statement,
  ...MONEY,
})
