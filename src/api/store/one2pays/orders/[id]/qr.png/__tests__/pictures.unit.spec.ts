import jsQR from "jsqr"
import { PNG } from "pngjs"
import { aPayment } from "../../../../../../../modules/one2pays/payments/__tests__/payment"
import { statusOfOrder } from "../../../../../../../modules/one2pays/payments/order-status"
import type {
  Payment,
  PaymentState,
} from "../../../../../../../modules/one2pays/payments/payment"
import { choosePicture } from "../choose-picture"
import { drawCard } from "../draw-card"
import { canDraw, outlineText } from "../outline-text"
import { drawSign, type Sign } from "../draw-sign"

const PAYLOAD =
  "00020101021229370016A000000677010111011300660000000005802TH530376454071290.50630492CF"
const NOW = new Date("2026-01-01T12:10:00.000Z")

const QR = { type: "qr_code", qrCode: { payload: PAYLOAD } }

const pixelAt = (png: PNG, x: number, y: number) => [
  ...png.data.subarray((y * png.width + x) * 4).subarray(0, 3),
]

const FACTS = {
  payee: "ร้านน้ำผึ้งป้าศรี",
  amount: "฿1,277,100.00",
  reference: "เลขอ้างอิง VNT5A4",
  until: "ชำระก่อน 18:23 น.",
}
const NAVY = [17, 53, 102]

/** The dark pixels between two heights, in parts of the picture's own. */
function inkIn(png: PNG, from: number, to: number): number {
  let inked = 0
  for (let y = Math.ceil(from * png.height); y < to * png.height; y++) {
    for (let x = 0; x < png.width; x++) {
      if (pixelAt(png, x, y).some((channel) => channel < 128)) inked++
    }
  }
  return inked
}

describe("drawCard", () => {
  it.each([120, 121, 480, 999, 1000])(
    "draws a card whose code a phone reads, %i pixels wide",
    async (size) => {
      const png = PNG.sync.read(await drawCard(PAYLOAD, FACTS, size))
      expect([png.width, png.height]).toEqual([
        size,
        Math.round((size * 14) / 9),
      ])
      const { data, width, height } = png
      const read = jsQR(new Uint8ClampedArray(data), width, height)
      expect(read?.data).toBe(PAYLOAD)
      expect(pixelAt(png, 1, 1)).toEqual(NAVY)
      expect(pixelAt(png, 1, height - 1)).toEqual([255, 255, 255])
    }
  )

  it("makes the picture larger than asked for where its modules would not fit", async () => {
    const long = "x".repeat(1500)
    const png = PNG.sync.read(await drawCard(long, FACTS, 120))
    expect(png.width).toBeGreaterThan(120)
    const { data, width, height } = png
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(long)
  })

  it("names the shop, unless its letters are not known, and the amount in either case", async () => {
    const draw = async (payee?: string) =>
      PNG.sync.read(
        await drawCard(PAYLOAD, { ...FACTS, ...(payee && { payee }) }, 480)
      )
    const thai = await draw()
    const chinese = await draw("蜂蜜店")
    const name: [number, number] = [0.76, 0.81]
    expect(inkIn(thai, ...name)).toBeGreaterThan(100)
    expect(inkIn(chinese, 0.76, 0.78)).toBe(0)
    expect(inkIn(chinese, 0.79, 0.88)).toBeGreaterThan(500)
  })
})

describe("outlineText", () => {
  it("knows the letters of both languages, and the baht", () => {
    expect(canDraw("ร้าน ABC abc 0–9 ฿ · ๑๒๓")).toBe(true)
    expect(canDraw("蜂")).toBe(false)
  })

  it("draws a text that is too wide smaller", () => {
    expect(outlineText("x".repeat(40), 20, 100).width).toBeCloseTo(100)
    expect(outlineText("x", 20, 100).width).toBeLessThan(20)
  })

  it("gives a mark above a letter no room of its own", () => {
    const widthOf = (text: string) => outlineText(text, 20, 1000).width
    expect(widthOf("น้ำผึ้ง")).toBeCloseTo(widthOf("นำผง"))
  })
})

describe("drawSign", () => {
  it.each<Sign>(["tick", "cross", "clock"])(
    "draws a %s that is no code, on white",
    (sign) => {
      const png = PNG.sync.read(drawSign(sign, 200))
      expect([png.width, png.height]).toEqual([200, 311])
      expect(pixelAt(png, 0, 0)).toEqual([255, 255, 255])
      const colors = new Set<string>()
      for (let x = 0; x < 200; x++) {
        for (let y = 0; y < 311; y++) colors.add(pixelAt(png, x, y).join())
      }
      expect(colors.size).toBeGreaterThan(10)
      expect(jsQR(new Uint8ClampedArray(png.data), 200, 311)).toBeNull()
    }
  )

  it("draws the sign of a paid payment in green and of an ended one in grey", () => {
    const color = (sign: Sign) =>
      pixelAt(PNG.sync.read(drawSign(sign, 200)), 100, 205)
    expect(color("tick")).toEqual([21, 128, 61])
    expect(color("cross")).toEqual([107, 114, 128])
  })
})

const pictureOf = (payment: Payment, now: Date) =>
  choosePicture(payment, statusOfOrder(payment, null, now), now)

describe("choosePicture", () => {
  it("shows the QR while it can be paid, and lets a mail reader keep it for a minute", () => {
    expect(pictureOf(aPayment({ next_action: QR }), NOW)).toEqual({
      kind: "card",
      payload: PAYLOAD,
      facts: {
        amount: "฿1,290.50",
        reference: expect.stringMatching(/^เลขอ้างอิง \S+ · Ref\. \S+$/),
        until: "ชำระก่อน 19:30 น. · Pay before 19:30",
      },
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
        kind: "card",
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
