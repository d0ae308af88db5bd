import { readQr } from "../qr"

// The test vector of promptpay-qr for 000-000-0000 and 4.22.
const VECTOR =
  "00020101021229370016A000000677010111011300660000000005802TH530376454044.226304E469"

const tlv = (tag: string, value: string) =>
  tag + String([...value].length).padStart(2, "0") + value
const qr = (...fields: string[]) =>
  ["000201", "010212", ...fields, tlv("58", "TH"), "63041D2C"].join("")
const amountOf = (payload: string) => readQr(payload)?.amount

describe("readQr", () => {
  it("reads amount, currency and checksum of a PromptPay QR", () => {
    expect(readQr(VECTOR)).toEqual({
      amount: "4.22",
      currency: "764",
      isIntact: true,
    })
  })

  it.each(["0.01", "1", "1.", "99999999.99", "10,00", ""])(
    "gives the amount %p as it stands",
    (amount) => {
      expect(amountOf(qr(tlv("54", amount)))).toBe(amount)
    }
  )

  it("tells an amount and a currency that are not there", () => {
    expect(readQr(qr(tlv("59", "SHOP")))).toMatchObject({
      amount: null,
      currency: null,
    })
  })

  it("is not misled by a 54 inside another field", () => {
    expect(amountOf(qr(tlv("62", "540510.00")))).toBeNull()
  })

  it("counts a Thai name by its characters", () => {
    expect(amountOf(qr(tlv("59", "ร้านกาแฟ"), tlv("54", "45.00")))).toBe("45.00")
  })

  it("takes a checksum over a Thai name, in capitals or not", () => {
    // Python: binascii.crc_hqx(text.encode(), 0xffff)
    const thai = "00020101021253037645802TH5908ร้านกาแฟ6304"
    for (const crc of ["1F85", "1f85"]) {
      expect(readQr(thai + crc)?.isIntact).toBe(true)
    }
  })

  it("finds every digit that was changed", () => {
    for (let at = 0; at < VECTOR.length; at++) {
      const other = VECTOR[at] === "1" ? "2" : "1"
      const changed = VECTOR.slice(0, at) + other + VECTOR.slice(at + 1)
      expect(readQr(changed)?.isIntact ?? false).toBe(false)
    }
  })

  it.each([
    ["no checksum", VECTOR.slice(0, -8)],
    ["a field behind its checksum", `${VECTOR}${tlv("80", "x")}`],
    ["a checksum of another length", `${VECTOR.slice(0, -8)}6302E4`],
  ])("is not intact with %s", (_, payload) => {
    expect(readQr(payload)?.isIntact).toBe(false)
  })

  it.each([
    ["the sample of the vendor's page, which is cut short", "000201010212..."],
    ["two amounts", qr(tlv("54", "1.00"), tlv("54", "2.00"))],
    ["a field longer than the text", "0002015499"],
    ["a length that is no number", "00020154xx10.00"],
    [
      "more than EMV allows",
      qr(
        ...["26", "27", "28", "29", "30"].map((tag) => tlv(tag, "x".repeat(99)))
      ),
    ],
    ["nothing", ""],
    ["a URL", "https://pay.example.com/qr/5405"],
    ["half a field", "00020154"],
    ["a broken surrogate", "000201\ud83d"],
  ])("answers null for %s", (_, payload) => {
    expect(readQr(payload)).toBeNull()
  })

  it("never throws, wherever a text is cut", () => {
    for (let end = 0; end < VECTOR.length; end++) {
      expect(() => readQr(VECTOR.slice(0, end))).not.toThrow()
      expect(() => readQr(VECTOR.slice(end))).not.toThrow()
    }
  })
})
