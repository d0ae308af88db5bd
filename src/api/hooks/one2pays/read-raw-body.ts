import type { IncomingMessage } from "node:http"

/** Far above any event of the gateway. The reader stops in a larger body. */
const MAX_BYTES = 256 * 1024

/** The body exactly as it was sent, since the signature covers its bytes. Null when the body is too large. */
export async function readRawBody(
  request: IncomingMessage & { rawBody?: unknown }
): Promise<Buffer | null> {
  if (Buffer.isBuffer(request.rawBody)) {
    return request.rawBody
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (size > MAX_BYTES) {
      return null
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
