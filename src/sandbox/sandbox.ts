import type { Controls } from "./controls/controls"

/** A running sandbox. */
export interface Sandbox extends Controls {
  /** `http://127.0.0.1:<port>`; the endpoints are below `/api/v1`. */
  readonly url: string
  readonly port: number
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookSecret: string

  /** Stops listening, drops connections, saves the state. */
  close(): Promise<void>
}
