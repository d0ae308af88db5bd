import type { MedusaRequest } from "@medusajs/framework/http"
import { staffMessage } from "../../../messages"
import { BodyError } from "./body-error"
import { readChunks } from "./read-chunks"

/** A form of ours has a few short fields. */
const MOST_BYTES = 8 * 1024

/**
 * Reads the fields of a form that a page of ours has sent. Of a field that comes twice, the last counts.
 *
 * @throws BodyError 413 or 415
 */
export async function readForm(
  req: MedusaRequest
): Promise<Record<string, string>> {
  if (!req.is("application/x-www-form-urlencoded")) {
    throw new BodyError(415, staffMessage("body_no_form"))
  }
  const chunks: Buffer[] = []
  for await (const chunk of readChunks(req, MOST_BYTES)) {
    if (!chunk) {
      req.resume()
      throw new BodyError(
        413,
        staffMessage("body_too_large", { most: String(MOST_BYTES / 1024) })
      )
    }
    chunks.push(chunk)
  }
  const fields = new URLSearchParams(Buffer.concat(chunks).toString("utf8"))
  return Object.fromEntries(fields)
}
