import { Readable } from "node:stream"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { parse } from "../../../../support/list-query"
import { plain, type Column } from "../../../../support/table/column"
import { fileQuery, sendTable } from "../../../../support/table/send-table"

const EXAMPLE = {
  amount: "1290.50",
  bank_code: "004",
  account_name: "Somsri Khayan",
  account_number: "1234567890",
  description: "Invoice 17",
}

const COLUMNS: Column<typeof EXAMPLE>[] = [
  { name: "amount", of: ({ amount }) => amount, kind: "money" },
  ...plain<typeof EXAMPLE>("bank_code", "account_name", "account_number"),
  ...plain<typeof EXAMPLE>("description"),
]

/**
 * `GET /admin/one2pays/withdraws/template`: a file of payouts with one line to write over, as the upload takes it. In a
 * workbook (`format=xlsx`) codes and numbers are texts, so that they keep their zeros.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  sendTable(req, res, {
    name: "payouts-template",
    columns: COLUMNS,
    rows: Readable.from([EXAMPLE]),
    file: parse(z.strictObject(fileQuery), req.query),
  })
