import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import axios from "axios"

it("an error of a request can be reported by a worker", async () => {
  const server = createServer((_, answer) => {
    answer.statusCode = 500
    answer.end("{}")
  }).listen(0)
  const { port } = server.address() as AddressInfo
  const error: unknown = await axios
    .get(`http://127.0.0.1:${port}/`)
    .catch((failure: unknown) => failure)
  server.close()
  expect(error).toMatchObject({ response: { status: 500 } })
  expect(
    JSON.stringify(Object.fromEntries(Object.entries(error as Error)))
  ).toContain("ERR_BAD_RESPONSE")
})
