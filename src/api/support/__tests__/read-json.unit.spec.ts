import { once } from "node:events"
import { Readable } from "node:stream"
import { gzipSync } from "node:zlib"
import type { MedusaRequest } from "@medusajs/framework/http"
import { readJson } from "../requests/read-json"

/** A request, as far as the reader knows it. */
function request(encoding: string): MedusaRequest {
  const headers: Record<string, string> = { "content-encoding": encoding }
  return Object.assign(new Readable({ read: () => undefined }), {
    is: () => "application/json",
    get: (name: string) => headers[name],
  }) as unknown as MedusaRequest
}

it("reads a body that is compressed", async () => {
  const req = request("gzip")
  req.push(gzipSync('{"note":"x"}'))
  req.push(null)
  expect(await readJson(req)).toEqual({ note: "x" })
})

it.each(["identity", "gzip", "deflate"])(
  "ends when the client has left before anybody reads: %s",
  async (encoding) => {
    const req = request(encoding)
    req.destroy()
    await once(req, "close")
    await expect(readJson(req)).rejects.toMatchObject({ status: 400 })
  }
)

it.each(["identity", "gzip"])(
  "ends when the client leaves in the middle: %s",
  async (encoding) => {
    const req = request(encoding)
    const reading = readJson(req)
    req.destroy()
    await expect(reading).rejects.toMatchObject({ status: 400 })
  }
)
