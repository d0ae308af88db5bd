import { once } from "node:events"
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo, Socket } from "node:net"

/** One request as its bytes arrived. */
export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
  socket: Socket
}

export type Reply = (
  response: ServerResponse,
  received: Received
) => void | Promise<void>

/**
 * A server that answers each request by the next reply of a list, the last of which stays: for what
 * a well-behaved sandbox cannot do.
 */
export interface WireGateway {
  url: string
  port: number
  received: Received[]
  replyWith(...replies: Reply[]): void
  close(): Promise<void>
}

export const PAYMENT = {
  id: "550e8400-e29b-41d4-a716-446655440000",
  amount: "1000.00",
  currency: "THB",
  status: "processing",
  paymentMethod: "promptpay",
  referenceId: "order_1",
  createdAt: "2024-01-01T00:00:00.000Z",
}

export const json =
  (
    status: number,
    body: unknown,
    headers: Record<string, string> = {}
  ): Reply =>
  (response) => {
    response.writeHead(status, {
      "content-type": "application/json",
      ...headers,
    })
    response.end(JSON.stringify(body))
  }

export const success = (data: unknown): Reply =>
  json(200, { success: true, data })

export const refusal = (
  status: number,
  code: string,
  metadata?: Record<string, unknown>
): Reply =>
  json(status, { success: false, error: { code, message: "No", metadata } })

export const silence: Reply = () => {}

export const hangUp: Reply = (_, { socket }) => {
  socket.destroy()
}

export async function startWireGateway(): Promise<WireGateway> {
  const received: Received[] = []
  let replies: Reply[] = [success(PAYMENT)]
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const each: Received = {
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body,
        socket: request.socket,
      }
      received.push(each)
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      return reply?.(response, each)
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    replyWith: (...next) => {
      replies = next
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
