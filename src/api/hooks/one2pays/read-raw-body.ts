import type { IncomingMessage } from "node:http"
import { readChunks } from "../../support/requests/read-chunks"

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
  for await (const chunk of readChunks(request, MAX_BYTES)) {
    if (!chunk) {
      // The sender reads the answer after all has been sent.
      request.resume()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
