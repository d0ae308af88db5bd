import { Agent as HttpAgent, request as httpRequest } from "node:http"
import { Agent as HttpsAgent, request as httpsRequest } from "node:https"

/** A receiver that is silent for this long has failed. */
const IDLE_TIMEOUT_MS = 10_000
const MAX_ANSWER_CHARACTERS = 64 * 1024
const MAX_SOCKETS = 16

export interface WebhookAnswer {
  status: number
  body: string
}

/** Posts webhook bodies, a few at a time, over kept connections. */
export class WebhookSender {
  private readonly http = new HttpAgent({
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
  })
  private readonly https = new HttpsAgent({
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
  })

  /** @throws Error when no answer came. */
  post(
    url: string,
    headers: Record<string, string>,
    body: string
  ): Promise<WebhookAnswer> {
    return new Promise((resolve, reject) => {
      const options = {
        method: "POST",
        headers: {
          ...headers,
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(body)),
          "user-agent": "one2pays-sandbox",
        },
      }
      const request = url.startsWith("https:")
        ? httpsRequest(url, { ...options, agent: this.https })
        : httpRequest(url, { ...options, agent: this.http })
      request.setTimeout(IDLE_TIMEOUT_MS, () =>
        request.destroy(new Error(`no answer within ${IDLE_TIMEOUT_MS} ms`))
      )
      request.on("error", reject)
      request.on("response", (response) => {
        let text = ""
        response.setEncoding("utf8")
        response.on("data", (chunk: string) => {
          if (text.length < MAX_ANSWER_CHARACTERS) {
            text += chunk
          }
        })
        response.on("error", reject)
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body: text })
        )
      })
      request.end(body)
    })
  }

  close(): void {
    this.http.destroy()
    this.https.destroy()
  }
}
