import { toString as renderQr } from "qrcode"
import { CARD } from "../../../../card/card"
import { cardSvg, placed } from "../pay/card-svg"
import { isApplePhone, isInsideApp } from "../pay/save-qr"

const PLACE = { x: 1, y: 2, size: 896 }

describe("placed", () => {
  it("gives the server's QR code the size without which Firefox draws nothing", async () => {
    const svg = await renderQr("00020101", { type: "svg", margin: 2 })
    expect(svg).not.toMatch(/<svg[^>]*\swidth=/)
    const sized = placed(svg, PLACE)
    expect(sized).toContain('<svg x="1" y="2" width="896" height="896" ')
    expect(sized.replace(' x="1" y="2" width="896" height="896"', "")).toBe(svg)
  })

  it("takes the place of a size that is there, since an attribute that is there twice is no SVG", () => {
    expect(
      placed(
        `<svg width="10" stroke-width="2" height='10'><path width="1"/></svg>`,
        PLACE
      )
    ).toBe(
      `<svg x="1" y="2" width="896" height="896" stroke-width="2"><path width="1"/></svg>`
    )
  })
})

describe("cardSvg", () => {
  const FACTS = {
    amount: "฿1,290.50",
    reference: "Ref. VNT5A4",
    until: "Pay before 18:23",
  }

  it("says on the card to whom, how much, for what and until when", () => {
    const svg = cardSvg("<svg/>", { ...FACTS, payee: "Honey & <Co>" })
    for (const text of Object.values(FACTS)) expect(svg).toContain(`>${text}<`)
    expect(svg).toContain(">Honey &#38; &#60;Co&#62;<")
  })

  it("makes a long name smaller, and counts no mark above a letter", () => {
    const sizeOf = (payee: string) =>
      Number(
        new RegExp(`font-size="([\\d.]+)"[^>]*>${payee}<`).exec(
          cardSvg("<svg/>", { ...FACTS, payee })
        )?.[1]
      )
    expect(sizeOf("ร้านน้ำผึ้งป้าศรีที่ปากช่อง")).toBe(19)
    const long = sizeOf("x".repeat(40))
    expect(long * 40 * 0.62).toBeLessThan(CARD.width)
    expect(long).toBeGreaterThan(10)
  })
})

it.each([
  ["LINE", "Mozilla/5.0 (iPhone) AppleWebKit Safari Line/14.3.1", true],
  ["Facebook", "Mozilla/5.0 (iPhone) [FBAN/FBIOS;FBAV/430.0]", true],
  [
    "Facebook on Android",
    "Mozilla/5.0 (Linux) Chrome/120 [FB_IAB/FB4A;]",
    true,
  ],
  ["Instagram", "Mozilla/5.0 (iPhone) Instagram 300.0.0", true],
  ["Safari", "Mozilla/5.0 (iPhone) Version/18.0 Mobile Safari/604.1", false],
  ["Chrome", "Mozilla/5.0 (Linux; Android 15; K) Chrome/130 Safari", false],
  ["an underline", "Mozilla/5.0 Offline/1.0", false],
])("%s downloads nothing, or does", (_what, userAgent, is) => {
  expect(isInsideApp(userAgent)).toBe(is)
})

it.each([
  [
    "an iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)",
    5,
    true,
  ],
  ["an iPad", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5, true],
  ["a Mac", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0, false],
  ["an Android phone", "Mozilla/5.0 (Linux; Android 15; K)", 5, false],
  ["a Windows tablet", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", 10, false],
])("%s saves by its share sheet, or not", (_what, userAgent, touch, is) => {
  expect(isApplePhone({ userAgent, maxTouchPoints: touch })).toBe(is)
})
