import { finished, type Readable, type Transform } from "node:stream"
import { createGunzip, createInflate } from "node:zlib"
import type { MedusaRequest } from "@medusajs/framework/http"
import { staffMessage } from "../../../messages"
import { BodyError } from "./body-error"
import { JsonOutline, LARGEST_PIECE } from "./json-outline"
import { readChunks } from "./read-chunks"

/**
 * Reads the JSON of a request: the one way for all routes of ours. A route calls it itself, after Medusa knows who asks,
 * since core's body parser inflates and parses before (see `bodyParser` in `middlewares.ts`). Nothing is kept beyond
 * the limit, however small the request was before it was inflated.
 *
 * @param most bytes, inflated
 * @returns `{}` for a request without a body
 * @throws BodyError 400, 413 or 415
 */
export async function readJson(
  req: MedusaRequest,
  most: number = LARGEST_PIECE
): Promise<unknown> {
  if (!hasJson(req)) {
    return {}
  }
  const inflater = inflaterFor(req)
  const outline = new JsonOutline()
  const chunks: Buffer[] = []
  try {
    for await (const chunk of readChunks(sourceOf(req, inflater), most)) {
      if (!chunk) {
        throw new BodyError(
          413,
          staffMessage("body_too_large", { most: String(most / 1024) })
        )
      }
      outline.follow(chunk)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof BodyError
      ? error
      : new BodyError(400, staffMessage("body_unreadable"))
  } finally {
    req.unpipe()
    inflater?.destroy()
    // The rest is thrown away as it comes. Otherwise the sender would wait for ever, and never read the answer.
    req.resume()
  }
  const bytes = Buffer.concat(chunks)
  return bytes.length === 0 ? {} : outline.parse(bytes)
}

/** @throws BodyError for another type: a form of another site's could bring it along with the cookie of staff. */
function hasJson(req: MedusaRequest): boolean {
  const type = req.is("application/json")
  if (type === false && req.get("content-length") !== "0") {
    throw new BodyError(415, staffMessage("body_unknown_form"))
  }
  return typeof type === "string"
}

function inflaterFor(req: MedusaRequest): Transform | null {
  switch (req.get("content-encoding")?.toLowerCase() ?? "identity") {
    case "identity":
      return null
    case "gzip":
      return createGunzip()
    case "deflate":
      return createInflate()
    default:
      throw new BodyError(415, staffMessage("body_unknown_form"))
  }
}

function sourceOf(req: MedusaRequest, inflater: Transform | null): Readable {
  if (!inflater) {
    return req
  }
  // A pipe carries no error on, and an upload that breaks off would never end. It may have broken off before now.
  finished(req, (error) => {
    if (error) {
      inflater.destroy(error)
    }
  })
  return req.pipe(inflater)
}
