import { crc16, promptPayPayload } from "../emv-payload"

describe("EMV payload", () => {
  it("checks with CRC-16/CCITT-FALSE", () => {
    // The check value that every catalogue of CRCs gives for this algorithm.
    expect(crc16("123456789")).toBe("29B1")
    expect(crc16("")).toBe("FFFF")
  })

  it("is the payload that a public PromptPay generator gives for the same number and amount", () => {
    // The test vector of promptpay-qr for 000-000-0000 and 4.22.
    expect(promptPayPayload("0000000000", "4.22")).toBe(
      "00020101021229370016A000000677010111011300660000000005802TH530376454044.226304E469"
    )
    expect(promptPayPayload("0000000000", null)).toBe(
      "00020101021129370016A000000677010111011300660000000005802TH530376463048956"
    )
  })

  it("gives the proxy thirteen digits", () => {
    expect(promptPayPayload("0812345678", "10.00")).toContain(
      "01130066812345678"
    )
  })
})
