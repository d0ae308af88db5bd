import { Readable } from "node:stream"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { parse } from "../../../../support/requests/list-query"
import { plain, type Column } from "../../../../support/table/column"
import { fileQuery, sendTable } from "../../../../support/table/send-table"

/** The upload takes the line for wrong: no account has this number, and nobody pays it by mistake. */
const EXAMPLE = {
  amount: "1290.50",
  bank_code: "004",
  account_name: "Somsri Khayan",
  account_number: "0000000000",
  description: "Invoice 17",
}

const COLUMNS: Column<typeof EXAMPLE>[] = [
  { name: "amount", of: ({ amount }) => amount, kind: "money" },
  ...plain<typeof EXAMPLE>("bank_code", "account_name", "account_number"),
  ...plain<typeof EXAMPLE>("description"),
]

/**
 * `GET /admin/one2pays/withdraws/template`: a file of payouts with one line to write over. In a
 * workbook (`format=xlsx`) codes and numbers are texts, so that they keep their zeros.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  sendTable(req, res, {
    name: "payouts-template",
    columns: COLUMNS,
    rows: Readable.from([EXAMPLE]),
    file: parse(z.strictObject(fileQuery), req.query),
  })
