import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/** Stands before the shop's webhook address: the first attempt of each delivery fails, and later ones are passed on. */
export interface FirstAttemptsFail {
  url: string
  /** The shop's answers to what was passed on. */
  passedOn: number[]
  close(): Promise<void>
}

export async function firstAttemptsFail(
  shopUrl: string
): Promise<FirstAttemptsFail> {
  const seen = new Set<string>()
  const passedOn: number[] = []
  const server = createServer((request, response) => {
    void (async () => {
      let body = ""
      for await (const chunk of request) body += String(chunk)
      if (!seen.has(body)) {
        seen.add(body)
        response.writeHead(503).end()
        return
      }
      const answer = await fetch(shopUrl, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-webhook-timestamp": String(request.headers["x-webhook-timestamp"]),
          "x-webhook-signature": String(request.headers["x-webhook-signature"]),
        },
        body,
      })
      passedOn.push(answer.status)
      response.writeHead(answer.status).end(await answer.text())
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    passedOn,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
