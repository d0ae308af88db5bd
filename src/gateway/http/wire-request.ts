import http, {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http"
import https from "node:https"
import type { Socket } from "node:net"

/**
 * Makes the node request for one try of axios (its option `transport`), and remembers it: axios
 * itself does not tell whether a request that was given up had left the machine, and for a payout
 * that is the difference between sending it again and having to ask.
 */
export class WireRequest {
  private sent: ClientRequest | undefined

  request(
    options: RequestOptions,
    answer: (response: IncomingMessage) => void
  ): ClientRequest {
    const { protocol, method, path, hostname, port, headers, agent } = options
    const node = protocol === "https:" ? https : http
    // Not the whole of axios' options: node copies each of them for every request.
    this.sent = node.request(
      { protocol, method, path, hostname, port, headers, agent },
      answer
    )
    return this.sent
  }

  /**
   * Whether no byte of it can have arrived: it waits for its connection, or that never came about.
   * To be asked before the request is given up.
   */
  neverConnected(): boolean {
    const socket: ConnectingSocket | null | undefined = this.sent?.socket
    return !socket || socket.connecting || socket.secureConnecting === true
  }
}

/**
 * `secureConnecting`, until TLS is established, is node's own and undocumented; without it the
 * answer is the careful one.
 */
type ConnectingSocket = Socket & { secureConnecting?: boolean }
