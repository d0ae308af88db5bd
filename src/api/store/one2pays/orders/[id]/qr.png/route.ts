import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { systemClock } from "../../../../../../gateway"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { quotedTag } from "../../../../../support/requests/quoted-tag"
import { findShownPayment } from "../shown-payment"
import { choosePicture, type PaymentPicture } from "./choose-picture"
import { drawCard } from "./draw-card"
import { drawSign } from "./draw-sign"

const SIZE = { smallest: 120, usual: 480, largest: 1000 }

/**
 * `GET /store/one2pays/orders/:id/qr.png` and, without the publishable key that no mail reader sends,
 * `GET /one2pays/orders/:id/qr.png`: the Thai QR card of an order's payment as a picture, for e-mails. `?size=` is its width
 * in pixels. A payment that cannot be paid is shown as a sign (see `choosePicture`).
 *
 * 200 and 304; 404 for an order without a One2Pays payment; 429 with `Retry-After`.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const one2pays = one2paysOf(req.scope)
  const orderId = String(req.params.id)
  // The picture stands in an <img> of another site: the mail reader's, or the shop's.
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin")
  res.setHeader("Cache-Control", "no-store")
  const now = new Date(systemClock.now())
  const { payment, status } = await findShownPayment(req.scope, orderId, now)
  const picture = choosePicture(
    payment,
    status,
    now,
    one2pays.options.merchantName
  )
  const size = sizeOf(req.query.size)
  res.setHeader("ETag", etagOf(picture, size))
  res.setHeader("Cache-Control", `public, max-age=${picture.maxAge}`)
  if (req.fresh) {
    res.status(304).end()
    return
  }
  const waitMs = await one2pays.connection.pictures.take(orderId)
  if (waitMs > 0) {
    res.removeHeader("ETag")
    res.setHeader("Cache-Control", "no-store")
    res.setHeader("Retry-After", Math.ceil(waitMs / 1000))
    res.status(429).json({
      type: "too_many_requests",
      message: "The picture was asked for too often. Try again later.",
    })
    return
  }
  res.type("png").send(await draw(picture, size))
}

const draw = async (picture: PaymentPicture, size: number): Promise<Buffer> =>
  picture.kind === "card"
    ? drawCard(picture.payload, picture.facts, size)
    : drawSign(picture.sign, size)

/** A mail with a strange size shows a picture of the usual size, rather than none. */
function sizeOf(asked: unknown): number {
  return typeof asked === "string" && /^\d{1,5}$/.test(asked)
    ? Math.min(Math.max(Number(asked), SIZE.smallest), SIZE.largest)
    : SIZE.usual
}

function etagOf(picture: PaymentPicture, size: number): string {
  const shown =
    picture.kind === "card"
      ? JSON.stringify([picture.payload, picture.facts])
      : picture.sign
  return quotedTag(`${size} ${shown}`)
}
