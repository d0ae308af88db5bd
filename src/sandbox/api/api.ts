import type { IncomingMessage, ServerResponse } from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { answerEndpoint } from "./answer-endpoint"
import { ApiError, invalidField, notFound } from "../wire/api-error"
import { authenticate } from "../wire/authenticate"
import { matchEndpoint, type Match } from "./endpoints"
import { hitsBeforeWork, type Fault } from "../controls/faults"
import type { GatewayState } from "../state/gateway-state"
import { BodyTooLarge, readBody, sendText } from "../wire/http-message"
import type { StoredAnswer } from "../state/idempotency"
import { maskedBody, type Call } from "../state/journal"
import type { Clock } from "../options"
import { isJsonObject, type JsonObject } from "../wire/request-fields"

const DEFAULT_SLOW_MS = 2_000
const MAX_DELAY_MS = 600_000

/** Answers one request below /api/v1, faults included, and writes it into the journal. */
export async function handleApi(
  state: GatewayState,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string
): Promise<void> {
  const method = request.method ?? "GET"
  const match = matchEndpoint(method, path, state.byReference)
  const work = new ApiWork(state, request, match, search)
  const fault = match && state.faults.take(match.endpoint)
  const { answer, lost } = await underFault(fault, state.clock, () =>
    work.answer()
  )

  state.journal.add({
    endpoint: match?.endpoint ?? "unknown",
    method,
    path: path + search,
    at: work.startedAt,
    status: lost ? "lost" : answer.status,
    body: maskedBody(work.body),
    headers: journalHeaders(request),
  })
  if (lost) {
    request.socket.destroy()
  } else {
    sendText(response, answer.status, "application/json", answer.body)
  }
}

/** Everything between the bytes that came and the answer, done at most once. */
class ApiWork {
  readonly startedAt: number
  body: JsonObject | undefined

  constructor(
    private readonly state: GatewayState,
    private readonly request: IncomingMessage,
    private readonly match: Match | undefined,
    private readonly search: string
  ) {
    this.startedAt = state.clock.now()
  }

  async answer(): Promise<StoredAnswer> {
    try {
      const pending = readBody(this.request)
      return this.respond(pending instanceof Promise ? await pending : pending)
    } catch (error) {
      return errorAnswer(error)
    }
  }

  private respond(bytes: Buffer): StoredAnswer {
    const { state, match, request } = this
    state.agenda.runDue()
    if (!match) {
      throw notFound("Route not found")
    }
    authenticate(request.headers, bytes, state.credentials, this.startedAt)
    if (state.maintenance) {
      throw new ApiError(
        503,
        "MAINTENANCE_MODE",
        "Merchant API is currently under maintenance"
      )
    }
    state.rateLimit.count()
    if (bytes.length > 0) {
      this.body = parseBody(bytes, request.headers["content-type"])
    }
    const query = new URLSearchParams(this.search)
    return answerEndpoint(state, match, this.body ?? {}, query)
  }
}

interface Outcome {
  answer: StoredAnswer
  /** The connection is dropped instead of an answer. */
  lost: boolean
}

async function underFault(
  fault: Fault | undefined,
  clock: Clock,
  work: () => Promise<StoredAnswer>
): Promise<Outcome> {
  if (fault === undefined) {
    return { answer: await work(), lost: false }
  }
  const worked = hitsBeforeWork(fault) ? undefined : await work()
  const delay = fault.delayMs ?? (fault.kind === "slow" ? DEFAULT_SLOW_MS : 0)
  if (delay > 0) {
    const ms = Math.min(delay, MAX_DELAY_MS)
    await (clock.sleep?.(ms) ?? wait(ms, undefined, { ref: false }))
  }
  return spoiled(fault, worked ?? { status: 500, body: "" })
}

function spoiled(fault: Fault, worked: StoredAnswer): Outcome {
  switch (fault.kind) {
    case "refused":
    case "answer_lost":
      return { answer: worked, lost: true }
    case "slow":
      return { answer: worked, lost: false }
    case "server_error":
      return { answer: serverError(fault.status ?? 500), lost: false }
    case "unavailable":
      return { answer: serverError(503), lost: false }
    case "malformed_json":
      return {
        answer: {
          status: fault.status ?? worked.status,
          body: worked.body.slice(0, Math.floor(worked.body.length / 2)),
        },
        lost: false,
      }
    default:
      return fault.kind satisfies never
  }
}

function serverError(status: number): StoredAnswer {
  return errorAnswer(
    status === 503
      ? new ApiError(
          503,
          "SERVICE_UNAVAILABLE",
          "The service is temporarily unavailable"
        )
      : new ApiError(status, "INTERNAL_ERROR", "An unexpected error occurred")
  )
}

/** The envelope of the error page. */
function errorAnswer(error: unknown): StoredAnswer {
  if (error instanceof BodyTooLarge) {
    return errorAnswer(new ApiError(400, "VALIDATION_ERROR", error.message))
  }
  if (!(error instanceof ApiError)) {
    console.error("one2pays-sandbox:", error)
    return serverError(500)
  }
  const { status, code, message, metadata } = error
  const body = JSON.stringify({
    success: false,
    error: { code, message, ...(metadata === undefined ? {} : { metadata }) },
  })
  return { status, body }
}

function parseBody(bytes: Buffer, contentType: string | undefined): JsonObject {
  if (!/^application\/json\b/i.test(contentType ?? "")) {
    throw invalidField(
      "VALIDATION_ERROR",
      "Content-Type must be application/json",
      "Content-Type"
    )
  }
  const value = parsed(bytes)
  if (!isJsonObject(value)) {
    throw new ApiError(
      400,
      "VALIDATION_ERROR",
      "Request body must be a JSON object"
    )
  }
  return value
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"))
  } catch {
    // Not JSON is answered like JSON that is no object.
    return undefined
  }
}

const JOURNAL_HEADERS = [
  "x-api-key",
  "x-timestamp",
  "content-type",
  "user-agent",
]

function journalHeaders(request: IncomingMessage): Call["headers"] {
  const kept: Call["headers"] = {}
  for (const name of JOURNAL_HEADERS) {
    const value = request.headers[name]
    if (typeof value === "string") {
      kept[name] = value
    }
  }
  return kept
}
