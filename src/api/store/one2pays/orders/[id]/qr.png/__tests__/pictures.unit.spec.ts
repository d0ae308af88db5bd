import jsQR from "jsqr"
import { PNG } from "pngjs"
import { aPayment } from "../../../../../../../modules/one2pays/payments/__tests__/payment"
import { statusOfOrder } from "../../../../../../../modules/one2pays/payments/order-status"
import type {
  Payment,
  PaymentState,
} from "../../../../../../../modules/one2pays/payments/payment"
import { choosePicture } from "../choose-picture"
import { drawQr } from "../draw-qr"
import { drawSign, type Sign } from "../draw-sign"

const PAYLOAD =
  "00020101021229370016A000000677010111011300660000000005802TH530376454071290.50630492CF"
const NOW = new Date("2026-01-01T12:10:00.000Z")

const QR = { type: "qr_code", qrCode: { payload: PAYLOAD } }

const pixelAt = (png: PNG, x: number, y: number) => [
  ...png.data.subarray((y * png.width + x) * 4).subarray(0, 3),
]

describe("drawQr", () => {
  it.each([120, 121, 480, 999, 1000])(
    "draws a code that a phone reads, %i pixels wide",
    async (size) => {
      const png = PNG.sync.read(await drawQr(PAYLOAD, size))
      expect([png.width, png.height]).toEqual([size, size])
      const read = jsQR(new Uint8ClampedArray(png.data), size, size)
      expect(read?.data).toBe(PAYLOAD)
      expect(pixelAt(png, 0, 0)).toEqual([255, 255, 255])
    }
  )

  it("makes the picture larger than asked for where its modules would not fit", async () => {
    const long = "x".repeat(1500)
    const png = PNG.sync.read(await drawQr(long, 120))
    expect(png.width).toBeGreaterThan(120)
    const { data, width, height } = png
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(long)
  })
})

describe("drawSign", () => {
  it.each<Sign>(["tick", "cross", "clock"])(
    "draws a %s that is no code, on white",
    (sign) => {
      const png = PNG.sync.read(drawSign(sign, 200))
      expect([png.width, png.height]).toEqual([200, 200])
      expect(pixelAt(png, 0, 0)).toEqual([255, 255, 255])
      const colors = new Set<string>()
      for (let x = 0; x < 200; x++) {
        for (let y = 0; y < 200; y++) colors.add(pixelAt(png, x, y).join())
      }
      expect(colors.size).toBeGreaterThan(10)
      expect(jsQR(new Uint8ClampedArray(png.data), 200, 200)).toBeNull()
    }
  )

  it("draws the sign of a paid payment in green and of an ended one in grey", () => {
    const color = (sign: Sign) =>
      pixelAt(PNG.sync.read(drawSign(sign, 200)), 100, 150)
    expect(color("tick")).toEqual([21, 128, 61])
    expect(color("cross")).toEqual([107, 114, 128])
  })
})

const pictureOf = (payment: Payment, now: Date) =>
  choosePicture(payment, statusOfOrder(payment, null, now), now)

describe("choosePicture", () => {
  it("shows the QR while it can be paid, and lets a mail reader keep it for a minute", () => {
    expect(pictureOf(aPayment({ next_action: QR }), NOW)).toEqual({
      kind: "qr",
      payload: PAYLOAD,
      maxAge: 60,
    })
  })

  it.each([
    ["12:29:01.000", 59],
    ["12:29:59.001", 0],
  ])(
    "lets no mail reader keep it after it has expired (at %s: %i s)",
    (time, maxAge) => {
      const now = new Date(`2026-01-01T${time}Z`)
      expect(pictureOf(aPayment({ next_action: QR }), now)).toMatchObject({
        kind: "qr",
        maxAge,
      })
    }
  )

  it.each<[PaymentState, Sign]>([
    ["succeeded", "tick"],
    ["expired", "cross"],
    ["failed", "cross"],
    ["canceled", "cross"],
    ["creating", "clock"],
    ["initiated", "clock"],
  ])("shows no QR for a payment that is %s, but a %s", (state, sign) => {
    expect(pictureOf(aPayment({ state, next_action: QR }), NOW)).toMatchObject({
      kind: "sign",
      sign,
    })
  })

  it("shows a cross from the very instant that the QR expires", () => {
    const now = new Date("2026-01-01T12:30:00.000Z")
    expect(pictureOf(aPayment({ next_action: QR }), now)).toMatchObject({
      sign: "cross",
    })
  })

  it("thanks for no money that staff still look at", () => {
    const payment = aPayment({ state: "succeeded", issue: "paid_twice" })
    expect(pictureOf(payment, NOW)).toMatchObject({ sign: "clock" })
  })
})
