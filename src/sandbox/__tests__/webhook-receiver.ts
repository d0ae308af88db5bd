import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export interface Received {
  headers: Record<string, string>
  text: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- assertions reach into any webhook
  body: any
}

export interface Receiver {
  url: string
  received: Received[]
  /** The status of its next answers. */
  status: number
  close(): Promise<void>
}

/** A merchant's webhook address. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let text = ""
    request.setEncoding("utf8")
    request.on("data", (chunk: string) => {
      text += chunk
    })
    request.on("end", () => {
      receiver.received.push({
        headers: request.headers as Record<string, string>,
        text,
        body: JSON.parse(text),
      })
      response.writeHead(receiver.status)
      response.end("noted")
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hooks/one2pays`,
    received: [],
    status: 200,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
