import { asValue } from "@medusajs/framework/awilix"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logfmt } from "../../../gateway"
import {
  isPublicErrorCode,
  PUBLIC_ERRORS,
  type PublicErrorCode,
} from "../../../messages"
import { loggerOf } from "../../../modules/one2pays/core/query"

/**
 * Logs a refusal of ours in one line, at level debug where the log has its cause already. Medusa's error handler takes
 * every answer of 5xx for a bug and logs its stack, or the text that a workflow has put in its place: up to 20 kB for
 * every customer who tries again in an outage. The handler may be the merchant's, so this middleware replaces the
 * request's logger. Other errors are logged as ever.
 */
export function logRefusals(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void {
  const logger = loggerOf(req.scope)
  const request = {
    method: req.method,
    path: req.originalUrl.split("?", 1).join().slice(0, LONGEST_PATH),
  }
  req.scope.register(
    ContainerRegistrationKeys.LOGGER,
    asValue(
      withError(logger, (first, ...rest) => {
        if (isRefusal(first)) {
          logRefusal(logger, request, first)
        } else {
          logger.error(first, ...rest)
        }
      })
    )
  )
  next()
}

/** No path of these routes is longer, unless somebody made it up. */
const LONGEST_PATH = 200

interface Refusal {
  code: PublicErrorCode
  message: string
  is_logged?: boolean
}

/** Whether an error is a refusal of ours. After a workflow has carried it, it has no class any more. */
const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  isPublicErrorCode(error.code)

function logRefusal(
  logger: Logger,
  request: { method: string; path: string },
  { code, message, is_logged }: Refusal
): void {
  const line = `[one2pays] a request was refused: ${logfmt({ code, ...request, message })}`
  if (is_logged) {
    logger.debug(line)
  } else if ("retryAfter" in PUBLIC_ERRORS[code]) {
    logger.warn(line)
  } else {
    logger.error(line)
  }
}

/** A logger that acts as the given one, of any class, except in `error`. */
const withError = (logger: Logger, error: Logger["error"]): Logger =>
  new Proxy(Object.create(logger) as Logger, {
    get(_, name) {
      const own: unknown = Reflect.get(logger, name)
      if (name === "error") return error
      return typeof own === "function" ? (own.bind(logger) as unknown) : own
    },
  })
