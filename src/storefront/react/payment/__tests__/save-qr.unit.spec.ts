import { toString as renderQr } from "qrcode"
import { isApplePhone, withSize } from "../save-qr"

describe("withSize", () => {
  it("gives the server's QR code the size without which Firefox draws nothing", async () => {
    const svg = await renderQr("00020101", { type: "svg", margin: 2 })
    expect(svg).not.toMatch(/<svg[^>]*\swidth=/)
    const sized = withSize(svg, 896)
    expect(sized).toContain('<svg width="896" height="896" ')
    expect(sized.replace(' width="896" height="896"', "")).toBe(svg)
  })

  it("takes the place of a size that is there, since an attribute that is there twice is no SVG", () => {
    expect(
      withSize(
        `<svg width="10" stroke-width="2" height='10'><path width="1"/></svg>`,
        896
      )
    ).toBe(
      `<svg width="896" height="896" stroke-width="2"><path width="1"/></svg>`
    )
  })
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
