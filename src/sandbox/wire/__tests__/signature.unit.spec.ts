import { sign, signatureMatches } from "../signature"

const SECRET = "sk_test_example"
const TIMESTAMP = "1704067200000"

// Computed with openssl, not with this code.
const VECTORS = [
  {
    body: "",
    signature:
      "sha256=cffe0ddf8a9de9993f2d267d4ac17ae484bc4c03e80c80068b5f905affce5d00",
  },
  {
    body: '{"amount":"1000.00","currency":"THB","referenceId":"order-12345"}',
    signature:
      "sha256=c9427c6fc25a8ac2938850a85065f3ee19f1262c774bf72cbaadf671f79df4fb",
  },
]

describe("signature", () => {
  it.each(VECTORS)("signs $body as openssl does", ({ body, signature }) => {
    expect(sign(SECRET, TIMESTAMP, body)).toBe(signature)
    expect(sign(SECRET, TIMESTAMP, Buffer.from(body))).toBe(signature)
    expect(signatureMatches(signature, SECRET, TIMESTAMP, body)).toBe(true)
  })

  it("refuses another secret, time, body or length", () => {
    const good = sign(SECRET, TIMESTAMP, "{}")
    expect(signatureMatches(good, "other", TIMESTAMP, "{}")).toBe(false)
    expect(signatureMatches(good, SECRET, "1704067200001", "{}")).toBe(false)
    expect(signatureMatches(good, SECRET, TIMESTAMP, "{ }")).toBe(false)
    expect(signatureMatches(good.slice(0, -1), SECRET, TIMESTAMP, "{}")).toBe(
      false
    )
    expect(signatureMatches("", SECRET, TIMESTAMP, "{}")).toBe(false)
  })
})
