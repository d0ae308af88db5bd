import type { Readable } from "node:stream"

/**
 * Reads a stream up to a number of bytes. Null stands for the rest of a longer one, and is the last that comes: nobody
 * reads on from there. The stream stays open, since a request that is destroyed takes its answer with it.
 */
export async function* readChunks(
  stream: Readable,
  most: number
): AsyncGenerator<Buffer | null> {
  let size = 0
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (size > most) {
      yield null
      return
    }
    yield bytes
  }
}
