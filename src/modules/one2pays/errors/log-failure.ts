import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  gatewayErrorCodes,
  logfmt,
  type GatewayErrorCode,
  type Outcome,
} from "../../../gateway"
import { describeGatewayError } from "../../../messages"
import { isInProgress } from "./in-progress"

/** A `One2PaysError` after a workflow has carried it: a plain object with the same fields, of no class. */
export interface GatewayFailure {
  message: string
  code: GatewayErrorCode
  gatewayCode?: string
  status?: number
  field?: string
  retryAfterMs?: number
  requestId?: string
  referenceId?: string
  idempotencyKey?: string
  outcome: Outcome
  tries: number
}

/**
 * Writes a failure to the merchant's log, in one line: what could not be done, why, what to do, and the fields that the
 * gateway's support asks for. The level is `warn` for a failure that passes by itself, `error` for one that somebody
 * has to mend, and `debug` where another process is at the same work: that is no failure.
 *
 * The process logs each failure where it ends: where it answers the failure or goes on without it, never where it
 * passes the failure on.
 */
export function logFailure(
  logger: Pick<Logger, "debug" | "error" | "warn">,
  what: string,
  error: unknown
): void {
  if (!isGatewayFailure(error)) {
    const line = `[one2pays] ${what}: ${logfmt({ error: textOf(error) })}`
    if (isInProgress(error)) {
      logger.debug(line)
    } else if (isConflict(error)) {
      logger.warn(line)
    } else {
      logger.error(line)
    }
    return
  }
  const { merchant, lasting } = describeGatewayError(error)
  const fields = logfmt({
    code: error.gatewayCode ?? error.code,
    status: error.status,
    outcome: error.outcome,
    tries: error.tries,
    reference: error.referenceId,
    idempotency_key: error.idempotencyKey,
    request_id: error.requestId,
    message: error.message,
  })
  const line = `[one2pays] ${what}: ${merchant.en} ${fields}`
  if (lasting) {
    logger.error(line)
  } else {
    logger.warn(line)
  }
}

const CODES: ReadonlySet<unknown> = new Set(gatewayErrorCodes)

export const isGatewayFailure = (error: unknown): error is GatewayFailure =>
  isObject(error) && error.name === "One2PaysError" && CODES.has(error.code)

/** Core's type for work that another instance does: a later call finds it done. */
const isConflict = (error: unknown) =>
  isObject(error) && error.type === MedusaError.Types.CONFLICT

const textOf = (error: unknown) =>
  isObject(error) && "message" in error ? String(error.message) : String(error)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null
