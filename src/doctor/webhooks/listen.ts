import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import type { Clock } from "../../gateway"
import { identityOf, isWebhook, type Delivery } from "./delivery"

const LARGEST_BODY = 1024 * 1024
const MOST_DELIVERIES = 200

/** Takes webhooks. It refuses the first delivery of each, to see whether and how it comes again. */
export class Listener {
  readonly deliveries: Delivery[] = []
  private readonly seen = new Set<string>()
  private readonly server = createServer((request, response) => {
    void this.take(request, response).catch(() => response.destroy())
  })
  private done: () => void = () => undefined

  constructor(private readonly clock: Clock) {}

  /** @param port 0 for any. @returns the port @throws where the port is taken */
  async open(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject)
      this.server.listen(port, resolve)
    })
    return (this.server.address() as AddressInfo).port
  }

  /** Waits until one webhook has come again, or so long. */
  async wait(ms: number): Promise<void> {
    if (this.hasRepeat()) {
      return
    }
    await new Promise<void>((resolve) => {
      const cancel = this.clock.after(ms, resolve)
      this.done = () => {
        cancel()
        resolve()
      }
    })
  }

  /** Ends the wait with what has come. */
  endWait(): void {
    this.done()
  }

  close(): void {
    this.done()
    this.server.closeAllConnections()
    this.server.close()
  }

  /** Whether a webhook has come a second time. */
  hasRepeat(): boolean {
    return this.deliveries.length > this.seen.size
  }

  private async take(
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const rawBody = await readAll(request)
    if (request.method !== "POST" || rawBody === null) {
      response.writeHead(rawBody === null ? 413 : 404).end()
      return
    }
    const at = this.clock.now()
    const delivery = { at, headers: headersOf(request), rawBody }
    if (!isWebhook(delivery)) {
      response.writeHead(404).end()
      return
    }
    const identity = identityOf(delivery)
    const isNew = !this.seen.has(identity)
    if (this.deliveries.length < MOST_DELIVERIES) {
      this.seen.add(identity)
      this.deliveries.push(delivery)
    }
    response.writeHead(isNew ? 503 : 200).end()
    if (this.hasRepeat()) {
      this.done()
    }
  }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)])
  )

async function readAll(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > LARGEST_BODY) {
      return null
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
