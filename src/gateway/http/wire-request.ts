import http, {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http"
import https from "node:https"
import type { Socket } from "node:net"

/**
 * Makes the node request for one try of axios (its option `transport`), and remembers it. axios
 * itself does not tell whether a stopped request had left the machine. For a withdraw that decides
 * whether it may be sent again or the gateway must be asked first.
 */
export class WireRequest {
  private sent: ClientRequest | undefined

  request(
    options: RequestOptions,
    answer: (response: IncomingMessage) => void
  ): ClientRequest {
    const { protocol, method, path, hostname, port, headers, agent } = options
    const node = protocol === "https:" ? https : http
    // These and not all of axios' options: node copies each of them for every request.
    this.sent = node.request(
      { protocol, method, path, hostname, port, headers, agent },
      answer
    )
    return this.sent
  }

  /**
   * Whether no byte of the request can have arrived: it waits for its connection, or never got one.
   * Ask before you stop the request.
   */
  neverConnected(): boolean {
    const socket: ConnectingSocket | null | undefined = this.sent?.socket
    return !socket || socket.connecting || socket.secureConnecting === true
  }
}

/**
 * Node's own `secureConnecting` is true until TLS is established, and undocumented. Without it,
 * `neverConnected` gives the careful answer.
 */
type ConnectingSocket = Socket & { secureConnecting?: boolean }
