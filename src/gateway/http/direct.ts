import type { Agent, IncomingHttpHeaders, IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import { createBrotliDecompress, createUnzip, constants } from "node:zlib"
import axios, { AxiosError } from "axios"
import type { StopSignal } from "./stop-signal"
import type { WireRequest } from "./wire-request"

/** A request that is signed already. */
interface DirectRequest {
  method: string
  url: string
  headers: Record<string, string>
  data?: Buffer
  /** Stops it where it is. */
  signal: StopSignal<Error>
  transport: WireRequest
  httpAgent: Agent
  httpsAgent: Agent
  /** Bytes, after they are unpacked. */
  maxContentLength: number
}

interface DirectResponse {
  status: number
  headers: IncomingHttpHeaders
  data: string
}

/** As axios asks, so that a gateway sees the same client with and without a proxy. */
const ALWAYS = {
  "User-Agent": `axios/${axios.VERSION}`,
  "Accept-Encoding": "gzip, deflate, br",
}

/**
 * An adapter as axios' own for Node, for a process without a proxy: it takes and answers what we use of an adapter, and
 * fails with the same errors. Streams and events for what a signed call never needs (forms, progress, redirects) make
 * half of the cost of a call through axios' own.
 */
export function sendDirectly(request: DirectRequest): Promise<DirectResponse> {
  const { method, signal, data, transport } = request
  const { protocol, hostname, port, pathname, search } = new URL(request.url)
  return new Promise((resolve, reject) => {
    const sent = transport.request(
      {
        ...{ protocol, method, port, path: pathname + search },
        // Node takes an IPv6 address without its brackets.
        hostname: hostname.replace(/^\[|\]$/g, ""),
        headers: data
          ? { ...ALWAYS, ...request.headers, "Content-Length": data.length }
          : { ...ALWAYS, ...request.headers },
        agent: protocol === "https:" ? request.httpsAgent : request.httpAgent,
      },
      (response) => {
        const fail = (error: Error) => {
          reject(error)
          response.destroy()
        }
        response.on("error", (error) => {
          fail(response.complete ? error : halfAnswer())
        })
        const body = unpacked(response)
        readText(body, request.maxContentLength, fail, (data) => {
          const { statusCode = 0, headers } = response
          resolve({ status: statusCode, headers, data })
        })
      }
    )
    sent.on("error", reject)
    signal.addEventListener("abort", () => {
      reject(signal.reason ?? new Error("stopped"))
      sent.destroy()
    })
    sent.end(data)
  })
}

function readText(
  body: Readable,
  maxBytes: number,
  fail: (error: Error) => void,
  done: (text: string) => void
): void {
  const chunks: Buffer[] = []
  let size = 0
  body.on("data", (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) {
      const text = `maxContentLength size of ${maxBytes} exceeded`
      fail(new AxiosError(text, AxiosError.ERR_BAD_RESPONSE))
    } else {
      chunks.push(chunk)
    }
  })
  // Where the body is the response itself, the first listener's word holds.
  body.on("error", fail)
  body.on("end", () => {
    const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
    done(String(bytes).replace(/^\uFEFF/, ""))
  })
}

const halfAnswer = () =>
  new AxiosError("stream has been aborted", AxiosError.ERR_BAD_RESPONSE)

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers["content-encoding"]?.toLowerCase()
  const unpack =
    encoding === "br"
      ? createBrotliDecompress()
      : /^(x-)?gzip$|^deflate$/.test(encoding ?? "")
        ? createUnzip({ finishFlush: constants.Z_SYNC_FLUSH })
        : undefined
  return unpack ? response.pipe(unpack) : response
}
