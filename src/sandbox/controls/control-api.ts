import { z } from "zod"
import { ApiError } from "../wire/api-error"
import { ENDPOINTS } from "../api/endpoints"
import { FAULT_KINDS } from "./faults"
import type { Sandbox } from "../sandbox"
import { StateConflict, UnknownRecord } from "../wire/state-conflict"

export const CONTROL_API_PREFIX = "/_sandbox/api"

export interface ControlAnswer {
  status: number
  body: unknown
}

const switchBody = z.object({ on: z.boolean() })
const rateLimitBody = z.object({
  perMinute: z.number().int().min(0).nullable(),
})
/** JSON has no Infinity: null means until cleared. */
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
  duplicate: z.number().int().min(0).max(20).optional(),
  delayMs: z.number().min(0).optional(),
  shuffle: z.boolean().optional(),
  enabled: z.boolean().optional(),
  retryDelaysMs: z.array(z.number().min(0)).max(20).optional(),
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
const qrAmountBody = z.object({
  mode: z.union([
    z.enum(["exact", "none"]),
    z.object({ factor: z.number().positive() }),
  ]),
})
const walletBody = z.object({
  wallet: z.string().optional(),
  settlement: z.string().optional(),
  status: z.enum(["active", "frozen", "closed"]).optional(),
})
const settleBody = z.object({ status: z.enum(["paid", "failed", "canceled"]) })
const withdrawsBody = z.object({
  outcome: z.enum(["paid", "failed"]).optional(),
  stepMs: z.number().min(0).nullable().optional(),
})

interface Route {
  method: "GET" | "POST" | "DELETE"
  /** `:id` stands for one segment. */
  path: string
  run(sandbox: Sandbox, id: string, body: unknown): unknown
}

/** What can be asked for and done over HTTP: the same as the methods of a Sandbox. */
const ROUTES: Route[] = [
  get("/state", (sandbox) => sandbox.status()),
  post("/reset", (sandbox) => sandbox.reset()),
  post("/maintenance", (sandbox, _, body) =>
    sandbox.setMaintenance(switchBody.parse(body).on)
  ),
  post("/active", (sandbox, _, body) =>
    sandbox.setActive(switchBody.parse(body).on)
  ),
  post("/by-reference", (sandbox, _, body) =>
    sandbox.setByReference(switchBody.parse(body).on)
  ),
  post("/rate-limit", (sandbox, _, body) =>
    sandbox.setRateLimit(rateLimitBody.parse(body).perMinute)
  ),
  post("/wallet", (sandbox, _, body) =>
    sandbox.setWallet(walletBody.parse(body))
  ),
  post("/qr-amount", (sandbox, _, body) =>
    sandbox.payments.setQrAmount(qrAmountBody.parse(body).mode)
  ),
  get("/faults", (sandbox) => sandbox.status().faults),
  post("/faults", (sandbox, _, body) =>
    sandbox.addFault(faultBody.parse(body))
  ),
  del("/faults", (sandbox) => sandbox.clearFaults()),
  get("/calls", (sandbox) => sandbox.calls()),
  get("/call-counts", (sandbox) => sandbox.callCounts()),
  del("/calls", (sandbox) => sandbox.resetCalls()),

  get("/payments", (sandbox) => sandbox.payments.list()),
  get("/payments/:id", (sandbox, id) =>
    present(sandbox.payments.get(id), "payment", id)
  ),
  post("/payments/:id/pay", (sandbox, id, body) =>
    sandbox.payments.pay(id, payBody.parse(body))
  ),
  post("/payments/:id/pay-twice", (sandbox, id) =>
    sandbox.payments.payTwice(id)
  ),
  post("/payments/:id/fail", (sandbox, id) => sandbox.payments.fail(id)),
  post("/payments/:id/expire", (sandbox, id) => sandbox.payments.expire(id)),
  post("/payments/:id/cancel", (sandbox, id) => sandbox.payments.cancel(id)),

  get("/withdraws", (sandbox) => sandbox.withdraws.list()),
  post("/withdraws", (sandbox, _, body) => {
    const { outcome, stepMs } = withdrawsBody.parse(body)
    if (outcome !== undefined) {
      sandbox.withdraws.setOutcome(outcome)
    }
    if (stepMs !== undefined) {
      sandbox.withdraws.setStep(stepMs)
    }
  }),
  get("/withdraws/:id", (sandbox, id) =>
    present(sandbox.withdraws.get(id), "withdraw", id)
  ),
  post("/withdraws/:id/settle", (sandbox, id, body) =>
    sandbox.withdraws.settle(id, settleBody.parse(body).status)
  ),

  get("/webhooks", (sandbox) => sandbox.status().webhooks),
  post("/webhooks", (sandbox, _, body) =>
    sandbox.setWebhooks(webhooksBody.parse(body))
  ),
  get("/deliveries", (sandbox) => sandbox.webhooks.deliveries()),
  post("/deliveries/:id/redeliver", (sandbox, id) =>
    sandbox.webhooks.redeliver(id)
  ),
  post("/webhooks/flush", (sandbox) => sandbox.webhooks.flush()),
  post("/webhooks/send", (sandbox, _, body) => {
    const { body: message, ...options } = sendBody.parse(body)
    return sandbox.webhooks.send(message, options)
  }),
]

/**
 * Answers a request below `/_sandbox/api`.
 * @param path what follows that.
 * @param query `last=50` cuts a list to its newest fifty.
 * @param text the body, JSON or nothing.
 */
export async function answerControl(
  sandbox: Sandbox,
  method: string,
  path: string,
  query: URLSearchParams,
  text: string
): Promise<ControlAnswer> {
  for (const route of ROUTES) {
    const id = route.method === method ? match(route.path, path) : undefined
    if (id !== undefined) {
      const last = Number(query.get("last") ?? Infinity)
      return run(async () =>
        cut(await route.run(sandbox, id, text ? JSON.parse(text) : {}), last)
      )
    }
  }
  return problem(404, `no control ${method} ${path}`)
}

async function run(act: () => unknown): Promise<ControlAnswer> {
  try {
    return { status: 200, body: (await act()) ?? { ok: true } }
  } catch (error) {
    if (error instanceof z.ZodError) {
      return problem(400, z.prettifyError(error))
    }
    if (error instanceof UnknownRecord) {
      return problem(404, error.message)
    }
    if (error instanceof StateConflict || error instanceof ApiError) {
      return problem(409, error.message)
    }
    return problem(400, error instanceof Error ? error.message : String(error))
  }
}

function cut(value: unknown, last: number): unknown {
  return Array.isArray(value) && last > 0 ? value.slice(-last) : value
}

function problem(status: number, message: string): ControlAnswer {
  return { status, body: { error: message } }
}

/** @returns the segment at `:id`, empty when the pattern has none, undefined when the path is another. */
function match(pattern: string, path: string): string | undefined {
  const wanted = pattern.split("/")
  const actual = path.split("/")
  if (wanted.length !== actual.length) {
    return undefined
  }
  let id = ""
  for (const [index, segment] of wanted.entries()) {
    const found = actual[index] ?? ""
    if (segment === ":id") {
      id = found
    } else if (segment !== found) {
      return undefined
    }
  }
  return id
}

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
