import http from "node:http"
import https from "node:https"

import axios, { AxiosHeaders } from "axios"

import type { Clock } from "../clock"
import type { GatewayErrorCode, Outcome } from "../errors"
import { sendDirectly } from "./direct"
import { describeNetworkError } from "./network-error"
import { StopSignal } from "./stop-signal"
import { WireRequest } from "./wire-request"

/**
 * One request as it goes over the wire. The body is bytes already, because they are signed.
 */
interface TransportRequest {
  method: "GET" | "POST"
  url: string
  headers: Record<string, string>
  body?: Buffer
  timeoutMs: number
  signal?: AbortSignal
}

/** An answer of any status. Its reader decides what it means. */
export interface TransportResponse {
  status: number
  /** @param name in lower case */
  header(name: string): string | undefined
  body: string
}

export interface Transport {
  /** @throws TransportError */
  send(request: TransportRequest): Promise<TransportResponse>
  /** Closes every connection. A request under way fails. */
  close(): void
}

/** The reason why there is no answer, and whether the request can have arrived. */
export class TransportError extends Error {
  constructor(
    readonly code: GatewayErrorCode,
    readonly outcome: Outcome,
    message: string,
    /** The code of Node's or OpenSSL's own error, or a word for a stop of ours. */
    readonly reason: string = code
  ) {
    super(message)
  }
}

const MAX_RESPONSE_BYTES = 5 * 1024 * 1024

// Below the idle timeout of common load balancers: they drop a connection without a word, and the
// next create on it would be lost.
const IDLE_CONNECTION_MS = 30_000

// Through a proxy, axios asks for this delay with every request, and the agent asks for its own with every answer. Unless
// the two agree, that costs two system calls each time.
const AXIOS_KEEP_ALIVE_MS = 60_000

/**
 * HTTP through axios' adapter, where the environment names proxies at the time of this call (`HTTPS_PROXY`,
 * `HTTP_PROXY`, `ALL_PROXY`; axios decides by `NO_PROXY` which host they serve), and else through our own
 * (`sendDirectly`).
 *
 * The transport uses an adapter itself, without the layer of defaults, interceptors and transformations above it. We
 * use none of them, and the signed bytes must be the sent bytes. The transport follows no redirect: that would carry
 * signed headers to a host that nobody chose.
 */
export function createTransport(clock: Clock): Transport {
  const viaProxy = proxyInEnvironment() ? axios.getAdapter("http") : undefined
  const pool = {
    keepAlive: true,
    keepAliveMsecs: AXIOS_KEEP_ALIVE_MS,
    timeout: IDLE_CONNECTION_MS,
  }
  const httpAgent = new http.Agent(pool)
  const httpsAgent = new https.Agent(pool)
  const underWay = new Set<() => void>()
  let closed = false

  return {
    async send({ method, url, headers, body, timeoutMs, signal }) {
      if (closed) {
        throw new TransportError("ABORTED", "not_sent", "The client is closed")
      }
      const wire = new WireRequest()
      const stop = new StopSignal<TransportError>()
      const stopWith = (code: GatewayErrorCode, text: string) => {
        const outcome = wire.neverConnected() ? "not_sent" : "unknown"
        stop.stop(new TransportError(code, outcome, text))
      }
      // axios' own timeout starts anew with every byte that arrives, so a slow trickle of bytes
      // would outlast any deadline.
      const cancelTimeout = clock.after(timeoutMs, () =>
        stopWith("TIMEOUT", `No answer within ${timeoutMs} ms`)
      )
      const abort = () => stopWith("ABORTED", "The caller aborted the call")
      signal?.addEventListener("abort", abort, { once: true })
      const close = () => stopWith("ABORTED", "The client was closed")
      underWay.add(close)
      try {
        const request = {
          ...{ method, url, data: body, signal: stop, transport: wire },
          ...{ httpAgent, httpsAgent, maxContentLength: MAX_RESPONSE_BYTES },
        }
        const response = viaProxy
          ? await viaProxy({
              ...request,
              headers: new AxiosHeaders(headers),
              maxRedirects: 0,
              responseType: "text",
              validateStatus: null,
            })
          : await sendDirectly({ ...request, headers })
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
        const { code, outcome, text, reason } = describeNetworkError(error)
        throw new TransportError(
          code,
          wire.neverConnected() ? "not_sent" : outcome,
          text,
          reason
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

/** Whether the environment names a proxy for anybody. axios looks for itself which host it serves. */
function proxyInEnvironment(): boolean {
  return Object.keys(process.env).some((name) =>
    /^(https?|all)_proxy$/i.test(name)
  )
}
