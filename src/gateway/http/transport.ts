import http from "node:http"
import https from "node:https"

import axios, { AxiosHeaders } from "axios"

import type { Clock } from "../clock"
import type { GatewayErrorCode, Outcome } from "../errors"
import { describeNetworkError } from "./network-error"
import { StopSignal } from "./stop-signal"
import { WireRequest } from "./wire-request"

/**
 * One request as it goes over the wire: the body is bytes already, because they have been signed.
 */
export interface TransportRequest {
  method: "GET" | "POST"
  url: string
  headers: Record<string, string>
  body?: Buffer
  timeoutMs: number
  signal?: AbortSignal
}

/** Any answer, of whatever status: what it means is for the reader to say. */
export interface TransportResponse {
  status: number
  /** By its name in lower case. */
  header(name: string): string | undefined
  body: string
}

export interface Transport {
  /** @throws TransportError */
  send(request: TransportRequest): Promise<TransportResponse>
  /** Ends every connection; a request under way fails. */
  close(): void
}

/** No answer: why, and whether the request can have arrived. */
export class TransportError extends Error {
  constructor(
    readonly code: GatewayErrorCode,
    readonly outcome: Outcome,
    message: string
  ) {
    super(message)
  }
}

const MAX_RESPONSE_BYTES = 5 * 1024 * 1024

// Below the idle timeout of common load balancers, which drop a connection without a word: the next
// create would be lost on it.
const IDLE_CONNECTION_MS = 30_000

// axios asks for this delay with every request, and the agent for its own with every answer: two
// system calls each time, unless they agree.
const AXIOS_KEEP_ALIVE_MS = 60_000

/**
 * HTTP through axios, which brings the proxies of the environment (`HTTPS_PROXY`, `HTTP_PROXY`,
 * `ALL_PROXY`, `NO_PROXY`), as it is when the client is made.
 *
 * It is axios' http adapter itself, without the layer of defaults, interceptors and transformations
 * above it: we use none of them, the signed bytes must be the sent bytes, and merging
 * configurations costs a fifth of a request's CPU time. No redirect is followed: it would carry
 * signed headers to a host that nobody chose.
 */
export function createTransport(clock: Clock): Transport {
  const send = axios.getAdapter("http")
  const pool = {
    keepAlive: true,
    keepAliveMsecs: AXIOS_KEEP_ALIVE_MS,
    timeout: IDLE_CONNECTION_MS,
  }
  const httpAgent = new http.Agent(pool)
  const httpsAgent = new https.Agent(pool)
  const proxy = proxyInEnvironment() ? undefined : false
  const underWay = new Set<() => void>()
  let closed = false

  return {
    async send({ method, url, headers, body, timeoutMs, signal }) {
      if (closed) {
        throw new TransportError("ABORTED", "not_sent", "The client is closed")
      }
      const wire = new WireRequest()
      const stop = new StopSignal<TransportError>()
      const giveUp = (code: GatewayErrorCode, text: string) => {
        const outcome = wire.neverConnected() ? "not_sent" : "unknown"
        stop.stop(new TransportError(code, outcome, text))
      }
      // axios' own timeout starts anew with every byte that arrives, so a slow trickle would
      // outlast any deadline.
      const cancelTimeout = clock.after(timeoutMs, () =>
        giveUp("TIMEOUT", `No answer within ${timeoutMs} ms`)
      )
      const abort = () => giveUp("ABORTED", "The caller aborted the call")
      signal?.addEventListener("abort", abort, { once: true })
      const close = () => giveUp("ABORTED", "The client was closed")
      underWay.add(close)
      try {
        const response = await send({
          method,
          url,
          headers: new AxiosHeaders(headers),
          data: body,
          signal: stop,
          transport: wire,
          httpAgent,
          httpsAgent,
          proxy,
          maxRedirects: 0,
          maxContentLength: MAX_RESPONSE_BYTES,
          responseType: "text",
          validateStatus: null,
        })
        return {
          status: response.status,
          header(name) {
            const value: unknown = response.headers[name]
            return typeof value === "string" ? value : undefined
          },
          body: String(response.data),
        }
      } catch (error) {
        if (stop.reason) {
          throw stop.reason
        }
        const { code, outcome, text } = describeNetworkError(error)
        throw new TransportError(
          code,
          wire.neverConnected() ? "not_sent" : outcome,
          text
        )
      } finally {
        cancelTimeout()
        signal?.removeEventListener("abort", abort)
        underWay.delete(close)
      }
    },
    close() {
      closed = true
      underWay.forEach((end) => end())
      httpAgent.destroy()
      httpsAgent.destroy()
    },
  }
}

// Left undefined, `proxy` makes axios look into the environment. That costs a dozen reads of
// process.env for each request, so a process without any proxy skips them; which proxy and for
// which host stays for axios to decide.
function proxyInEnvironment(): boolean {
  return Object.keys(process.env).some((name) =>
    /^(https?|all)_proxy$/i.test(name)
  )
}
