import type { IncomingMessage, ServerResponse } from "node:http"

const MAX_BODY_BYTES = 1024 * 1024
const EMPTY = Buffer.alloc(0)

/** A request body above 1 MB. */
export class BodyTooLarge extends Error {}

/** The exact bytes of the body. @throws BodyTooLarge */
export function readBody(request: IncomingMessage): Promise<Buffer> | Buffer {
  const { "content-length": length, "transfer-encoding": encoding } =
    request.headers
  if (encoding === undefined && (length === undefined || length === "0")) {
    return EMPTY
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_BODY_BYTES) {
        request.removeAllListeners("data")
        request.resume()
        reject(new BodyTooLarge("request body is larger than 1 MB"))
        return
      }
      chunks.push(chunk)
    })
    request.on("end", () => resolve(Buffer.concat(chunks)))
    request.on("error", reject)
  })
}

export function sendText(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string
): void {
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  })
  response.end(body)
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown
): void {
  sendText(
    response,
    status,
    "application/json; charset=utf-8",
    JSON.stringify(value)
  )
}

export function sendHtml(
  response: ServerResponse,
  status: number,
  html: string
): void {
  sendText(response, status, "text/html; charset=utf-8", html)
}

/** Answers a form: the browser fetches the page anew, and a reload does not send the form again. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "content-length": 0 })
  response.end()
}
