import { z } from "zod"
import { UnknownRecord } from "../records/record-errors"
import { FAULT_KINDS } from "../state/faults"
import { ENDPOINTS } from "../wire/endpoints"
import type { Controls } from "./controls"

const switchBody = z.object({ on: z.boolean() })
const rateLimitBody = z.object({
  perMinute: z.number().int().min(0).nullable(),
})
/** JSON has no Infinity, so null means until cleared. */
const times = z
  .number()
  .int()
  .min(1)
  .nullable()
  .optional()
  .transform((value) => (value === null ? Infinity : value))
const faultBody = z.object({
  kind: z.enum(FAULT_KINDS),
  endpoint: z.enum(ENDPOINTS).optional(),
  times,
  probability: z.number().min(0).max(1).optional(),
  delayMs: z.number().min(0).optional(),
  status: z.number().int().min(200).max(599).optional(),
  afterWork: z.boolean().optional(),
})
const webhooksBody = z.object({
  urls: z.array(z.url()).optional(),
  shape: z.enum(["flat", "envelope"]).optional(),
  successEvents: z
    .array(z.enum(["payment.received", "payment.succeeded"]))
    .optional(),
  withdrawEvents: z.enum(["withdraw", "withdrawal", "payout"]).optional(),
  duplicate: z.number().int().min(0).max(20).optional(),
  delayMs: z.number().min(0).optional(),
  shuffle: z.boolean().optional(),
  enabled: z.boolean().optional(),
  retryDelaysMs: z.array(z.number().min(0)).max(20).optional(),
  signsRetries: z.boolean().optional(),
})
const sendBody = z.object({
  body: z.union([z.string(), z.record(z.string(), z.unknown())]),
  signature: z.string().optional(),
  timestamp: z.number().optional(),
  secret: z.string().optional(),
  url: z.url().optional(),
})
const payBody = z.object({
  amount: z.string().optional(),
  silent: z.boolean().optional(),
})
const payTwiceBody = z.object({
  showsSum: z.boolean().optional(),
  silent: z.boolean().optional(),
})
const qrAmountBody = z.object({
  mode: z.union([
    z.enum(["exact", "none"]),
    z.object({ factor: z.number().positive() }),
  ]),
})
const qrFlawBody = z.object({ flaw: z.enum(["none", "checksum", "currency"]) })
const banksBody = z.object({ bankCodes: z.array(z.string()).max(1_000) })
const walletBody = z.object({
  wallet: z.string().optional(),
  settlement: z.string().optional(),
  status: z.enum(["active", "frozen", "closed"]).optional(),
})
const settleBody = z.object({ status: z.enum(["paid", "failed", "canceled"]) })
const sendBackBody = z.object({
  status: z.enum(["failed", "canceled"]).optional(),
})
const withdrawsBody = z.object({
  outcome: z.enum(["paid", "failed", "returned"]).optional(),
  stepMs: z.number().min(0).nullable().optional(),
})

/** One control over HTTP. */
export interface Route {
  method: "GET" | "POST" | "DELETE"
  /** `:id` stands for one segment. */
  path: string
  run(controls: Controls, id: string, body: unknown): unknown
}

/** The control API offers the same over HTTP as the methods of `Controls`. */
export const ROUTES: Route[] = [
  get("/state", (controls) => controls.status()),
  post("/reset", (controls) => controls.reset()),
  post("/maintenance", (controls, _, body) =>
    controls.setMaintenance(switchBody.parse(body).on)
  ),
  post("/active", (controls, _, body) =>
    controls.setActive(switchBody.parse(body).on)
  ),
  post("/by-reference", (controls, _, body) =>
    controls.setByReference(switchBody.parse(body).on)
  ),
  post("/rate-limit", (controls, _, body) =>
    controls.setRateLimit(rateLimitBody.parse(body).perMinute)
  ),
  post("/wallet", (controls, _, body) =>
    controls.setWallet(walletBody.parse(body))
  ),
  post("/qr-amount", (controls, _, body) =>
    controls.payments.setQrAmount(qrAmountBody.parse(body).mode)
  ),
  post("/qr-flaw", (controls, _, body) =>
    controls.payments.setQrFlaw(qrFlawBody.parse(body).flaw)
  ),
  post("/next-action", (controls, _, body) =>
    controls.payments.setNextAction(switchBody.parse(body).on)
  ),
  post("/refused-banks", (controls, _, body) =>
    controls.payments.setRefusedBanks(banksBody.parse(body).bankCodes)
  ),
  post("/repeats-refusals", (controls, _, body) =>
    controls.setRepeatsRefusals(switchBody.parse(body).on)
  ),
  get("/faults", (controls) => controls.status().faults),
  post("/faults", (controls, _, body) =>
    controls.addFault(faultBody.parse(body))
  ),
  del("/faults", (controls) => controls.clearFaults()),
  get("/calls", (controls) => controls.calls()),
  get("/call-counts", (controls) => controls.callCounts()),
  del("/calls", (controls) => controls.resetCalls()),

  get("/payments", (controls) => controls.payments.list()),
  get("/payments/:id", (controls, id) =>
    present(controls.payments.get(id), "payment", id)
  ),
  post("/payments/:id/pay", (controls, id, body) =>
    controls.payments.pay(id, payBody.parse(body))
  ),
  post("/payments/:id/pay-twice", (controls, id, body) =>
    controls.payments.payTwice(id, payTwiceBody.parse(body))
  ),
  post("/payments/:id/fail", (controls, id) => controls.payments.fail(id)),
  post("/payments/:id/expire", (controls, id) => controls.payments.expire(id)),
  post("/payments/:id/cancel", (controls, id) => controls.payments.cancel(id)),

  get("/withdraws", (controls) => controls.withdraws.list()),
  post("/withdraws", (controls, _, body) => {
    const { outcome, stepMs } = withdrawsBody.parse(body)
    if (outcome !== undefined) {
      controls.withdraws.setOutcome(outcome)
    }
    if (stepMs !== undefined) {
      controls.withdraws.setStep(stepMs)
    }
  }),
  get("/withdraws/:id", (controls, id) =>
    present(controls.withdraws.get(id), "withdraw", id)
  ),
  post("/withdraws/:id/settle", (controls, id, body) =>
    controls.withdraws.settle(id, settleBody.parse(body).status)
  ),
  post("/withdraws/:id/send-back", (controls, id, body) =>
    controls.withdraws.sendBack(id, sendBackBody.parse(body).status)
  ),

  get("/webhooks", (controls) => controls.status().webhooks),
  post("/webhooks", (controls, _, body) =>
    controls.setWebhooks(webhooksBody.parse(body))
  ),
  get("/deliveries", (controls) => controls.webhooks.deliveries()),
  post("/deliveries/:id/redeliver", (controls, id) =>
    controls.webhooks.redeliver(id)
  ),
  post("/webhooks/flush", (controls) => controls.webhooks.flush()),
  post("/webhooks/send", (controls, _, body) => {
    const { body: message, ...options } = sendBody.parse(body)
    return controls.webhooks.send(message, options)
  }),
]

function present<T>(record: T | undefined, kind: string, id: string): T {
  if (record === undefined) {
    throw new UnknownRecord(kind, id)
  }
  return record
}

function get(path: string, run: Route["run"]): Route {
  return { method: "GET", path, run }
}

function post(path: string, run: Route["run"]): Route {
  return { method: "POST", path, run }
}

function del(path: string, run: Route["run"]): Route {
  return { method: "DELETE", path, run }
}
