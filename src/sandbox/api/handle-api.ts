import type { IncomingMessage, ServerResponse } from "node:http"
import type { GatewayState } from "../state/gateway-state"
import type { StoredAnswer } from "../state/idempotency"
import { maskedBody, type Call } from "../state/journal"
import { ApiError, invalidField, notFound } from "../wire/api-error"
import { authenticate } from "../wire/authenticate"
import { matchEndpoint, type Match } from "../wire/endpoints"
import { readBody, sendText } from "../wire/http-message"
import { isJsonObject, type JsonObject } from "../wire/request-fields"
import { answerEndpoint } from "./answer-endpoint"
import { errorAnswer } from "./error-answer"
import { underFault } from "./under-fault"

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

/** The work between a request's bytes and its answer, done at most once. */
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
    // The API answers text that is not JSON like JSON that is no object.
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
