import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import { handleApi } from "./api/handle-api"
import { answerControl, CONTROL_API_PREFIX } from "./controls/control-api"
import type { Controls } from "./controls/controls"
import { controlPage } from "./pages/control-page"
import { handlePayPage } from "./pages/handle-pay-page"
import { PAY_PREFIX } from "./pages/pay-page-html"
import type { GatewayState } from "./state/gateway-state"
import { API_PREFIX } from "./wire/endpoints"
import {
  BodyTooLarge,
  readBody,
  sendHtml,
  sendJson,
  sendText,
} from "./wire/http-message"

/** Longer than clients keep a connection, so that the server never closes one just as a client uses it again. */
const KEEP_ALIVE_MS = 65_000

/** The HTTP side: API, pay page, control API and control page. */
export function buildServer(state: GatewayState, controls: Controls): Server {
  const server = createServer({ noDelay: true }, (request, response) => {
    route(state, controls, request, response).catch((error: unknown) => {
      answerFailure(response, error)
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 5_000
  return server
}

async function route(
  state: GatewayState,
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const url = request.url ?? "/"
  const mark = url.indexOf("?")
  const path = mark < 0 ? url : url.slice(0, mark)
  const search = mark < 0 ? "" : url.slice(mark)

  if (path.startsWith(API_PREFIX)) {
    return handleApi(state, request, response, path, search)
  }
  if (isForeign(request)) {
    return sendJson(response, 403, { error: "the form is of another site" })
  }
  if (path.startsWith(PAY_PREFIX)) {
    state.agenda.runDue()
    return handlePayPage(state, request, response, path)
  }
  if (path.startsWith(`${CONTROL_API_PREFIX}/`)) {
    const text = (await readBody(request)).toString("utf8")
    const answer = await answerControl(
      controls,
      request.method ?? "GET",
      path.slice(CONTROL_API_PREFIX.length),
      new URLSearchParams(search),
      text
    )
    return sendJson(response, answer.status, answer.body)
  }
  if (path === "/_sandbox" || path === "/_sandbox/" || path === "/") {
    return sendHtml(response, 200, controlPage(controls.status()))
  }
  sendText(response, 404, "text/plain; charset=utf-8", "Not found\n")
}

/** Without this check, another site's page could press the buttons of a sandbox on its visitor's machine. */
function isForeign({ method, headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return (
    method !== "GET" &&
    origin !== undefined &&
    origin !== `http://${host}` &&
    origin !== `https://${host}`
  )
}

function answerFailure(response: ServerResponse, error: unknown): void {
  if (!(error instanceof BodyTooLarge)) {
    console.error("one2pays-sandbox:", error)
  }
  if (response.headersSent) {
    response.destroy()
    return
  }
  const message = error instanceof Error ? error.message : String(error)
  sendJson(response, error instanceof BodyTooLarge ? 413 : 500, {
    error: message,
  })
}
