/** Answers both gateways' calls at once and alike, so that what differs is the client. Sends its address when it listens. */
import http from "node:http"
import "../exit-with-parent.mjs"
import { answers } from "./answers.mjs"

const server = http.createServer({ noDelay: true }, (request, response) => {
  const body = request.url?.startsWith("/api/v1/")
    ? answers.one2pays
    : answers.stripe
  request.resume()
  request.once("end", () => {
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": body.length,
      "request-id": "req_7kQd0hY2Zc1mPZ",
    })
    response.end(body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (address && typeof address === "object") process.send?.(address.port)
})
