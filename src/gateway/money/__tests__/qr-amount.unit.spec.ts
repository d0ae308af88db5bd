import { readQrAmount } from "../qr-amount"

const tlv = (tag: string, value: string) =>
  tag + String([...value].length).padStart(2, "0") + value
const qr = (...fields: string[]) =>
  ["000201", "010212", ...fields, tlv("58", "TH"), "63041D2C"].join("")

describe("readQrAmount", () => {
  it("reads tag 54, which is baht", () => {
    const merchant = tlv(
      "29",
      tlv("00", "A000000677010111") + tlv("01", "0066812345678")
    )
    expect(
      readQrAmount(qr(merchant, tlv("53", "764"), tlv("54", "10.00")))
    ).toBe("10.00")
  })

  it.each(["0.01", "1", "1.", "99999999.99"])("reads %s", (amount) => {
    expect(readQrAmount(qr(tlv("54", amount)))).toBe(amount)
  })

  it("is not misled by a 54 inside another field", () => {
    expect(readQrAmount(qr(tlv("62", "540510.00")))).toBeNull()
  })

  it("counts a Thai name by its characters", () => {
    expect(readQrAmount(qr(tlv("59", "ร้านกาแฟ"), tlv("54", "45.00")))).toBe(
      "45.00"
    )
  })

  it.each([
    ["the sample of the vendor's page, which is cut short", "000201010212..."],
    ["no amount", qr(tlv("53", "764"))],
    ["an amount that is no number", qr(tlv("54", "10,00"))],
    ["a field longer than the text", "0002015499"],
    ["a length that is no number", "00020154xx10.00"],
    ["nothing", ""],
    ["a URL", "https://pay.example.com/qr/5405"],
    ["half a field", "00020154"],
    ["a broken surrogate", "000201\ud83d"],
  ])("answers null for %s", (_, payload) => {
    expect(readQrAmount(payload)).toBeNull()
  })

  it("never throws, wherever a text is cut", () => {
    const whole = qr(tlv("54", "10.00"), tlv("59", "SHOP"))
    for (let end = 0; end < whole.length; end++) {
      expect(() => readQrAmount(whole.slice(0, end))).not.toThrow()
      expect(() => readQrAmount(whole.slice(end))).not.toThrow()
    }
  })
})
