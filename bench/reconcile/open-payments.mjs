import { randomUUID } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"

/** @import pg from "pg" */

const DAY_MS = 24 * 60 * 60_000
const AMOUNT = 1290.5

/**
 * Payments that wait for their customers, made at any time of the last day: the gateway's as a state file of the sandbox, the shop's as rows.
 * @param {number} count
 */
export function writeState(count) {
  const directory = fs.mkdtempSync(
    path.join(os.tmpdir(), "one2pays-bench-reconcile-")
  )
  const file = path.join(directory, "gateway.json")
  const now = Date.now()
  const payments = Array.from({ length: count }, (_, index) => {
    const createdAt = Math.round(now - DAY_MS * (1 - index / count))
    const order = `order_bench_${index}`
    return {
      id: randomUUID(),
      token: `token_${index}`,
      referenceId: order,
      status: "processing",
      paymentMethod: "bank_transfer",
      amountSatang: AMOUNT * 100,
      requestedSatang: AMOUNT * 100,
      receivedSatang: 0,
      qrPayload: null,
      description: null,
      metadata: { order_id: order, session_id: `payses_bench_${index}` },
      payer: {
        name: "Somchai Jaidee",
        maskedAccountNumber: "xxx",
        bankCode: "004",
      },
      confirmedAt: null,
      capturedAt: null,
      canceledAt: null,
      expiresAt: now + DAY_MS,
      createdAt,
      updatedAt: createdAt,
    }
  })
  fs.writeFileSync(
    file,
    JSON.stringify({
      version: 1,
      wallet: { walletSatang: 0, settlementSatang: 0, status: "active" },
      payments,
      withdraws: [],
      idempotency: [],
      deliveries: [],
    })
  )
  return {
    file,
    /**
     * Puts them in the place of all payments that the shop has.
     * @param {pg.Client} database
     */
    async insert(database) {
      await database.query("delete from one2pays_payment")
      const rows = JSON.stringify(
        payments.map(({ id, referenceId, createdAt, metadata }) => ({
          id,
          order_id: referenceId,
          session_id: metadata.session_id,
          created_at: new Date(createdAt).toISOString(),
        }))
      )
      await database.query(
        `insert into "order" (id, version, status, currency_code, is_draft_order, no_notification)
         select order_id, 1, 'pending', 'thb', false, false
           from json_to_recordset($1) as given (order_id text)`,
        [rows]
      )
      await database.query(
        `insert into one2pays_payment
           (id, session_id, payment_collection_id, order_id, attempt, reference_id,
            gateway_payment_id, gateway_status, state, amount, raw_amount, currency_code,
            payment_method, payer_name, payer_bank_code, payer_last4, payer_sealed,
            gateway_created_at, created_at, updated_at, next_action)
         select 'o2ppay_' || id, session_id, 'paycol_bench', order_id, 1, order_id,
                id, 'processing', 'open', $2::numeric, json_build_object('value', $2::text, 'precision', 20),
                'thb', 'bank_transfer', 'Somchai Jaidee', '004', '7890', 'sealed',
                created_at, created_at, created_at, '{"type":"redirect"}'
           from json_to_recordset($1) as given
                (id text, order_id text, session_id text, created_at timestamptz)`,
        [rows, AMOUNT.toFixed(2)]
      )
    },
    /** @param {pg.Client} database */
    async remove(database) {
      fs.rmSync(directory, { recursive: true, force: true })
      await database.query("delete from one2pays_payment")
      await database.query(`delete from "order" where id like 'order_bench_%'`)
    },
  }
}
