import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../modules/one2pays"
import { loggerOf } from "../../../modules/one2pays/core/query"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import { describeRefusal } from "../../../modules/one2pays/webhooks/webhooks"
import { readRawBody } from "./read-raw-body"
import { receiveWebhook } from "./receive-webhook"

/**
 * `POST /hooks/one2pays`: every event of every family. 200 done, looked at, duplicate or not for us; 400 malformed; 401 not verified;
 * 503 with `Retry-After` when the gateway should send the event again.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const logger = loggerOf(req.scope)
  const rawBody = await readRawBody(req)
  if (!rawBody) {
    res.status(400).json({ outcome: "malformed" })
    return
  }
  const verdict = one2paysOf(req.scope).webhooks.verify(rawBody, req.headers)
  switch (verdict.kind) {
    case "refused":
      logger.warn(`[one2pays] ${describeRefusal(verdict)}`)
      res.status(401).json({ outcome: "refused" })
      return
    case "malformed":
      logger.warn("[one2pays] webhook refused: the body is not an event")
      res.status(400).json({ outcome: "malformed" })
      return
    case "event":
      if (verdict.is_stale) {
        // Many of them are a sign that the clock is wrong.
        logger.warn(
          `[one2pays] webhook ${verdict.event.name} was signed more than five minutes ago: it only makes the plugin ask the gateway`
        )
      }
      break
    default:
      verdict satisfies never
  }
  try {
    const answer = await receiveWebhook(req.scope, rawBody, verdict.event, {
      isStale: verdict.is_stale,
    })
    if (answer.status === 503) {
      res.setHeader("Retry-After", answer.retryAfter)
    }
    res.status(answer.status).json({ outcome: answer.outcome })
  } catch (error) {
    // Our database is down. The gateway keeps the event and sends it again.
    logFailure(logger, "webhook could not be claimed", error)
    res.setHeader("Retry-After", 30)
    res.status(503).json({ outcome: "unavailable" })
  }
}
