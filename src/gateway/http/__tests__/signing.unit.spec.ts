import { createSigner } from "../signing"

const sign = createSigner("pk_test_example", "sk_test_example")

// Computed with openssl: printf "%s.%s" TIMESTAMP BODY | openssl dgst -sha256 -hmac sk_test_example -hex
const vectors = [
  {
    name: "nothing: a GET, or a cancel",
    body: undefined,
    signature:
      "sha256=cffe0ddf8a9de9993f2d267d4ac17ae484bc4c03e80c80068b5f905affce5d00",
  },
  {
    name: "a JSON body",
    body: '{"amount":"1000.00","currency":"THB","referenceId":"order-12345"}',
    signature:
      "sha256=c9427c6fc25a8ac2938850a85065f3ee19f1262c774bf72cbaadf671f79df4fb",
  },
  {
    name: "Thai, as UTF-8",
    body: '{"customerBankAccountName":"สมชาย ใจดี"}',
    signature:
      "sha256=0d661e2e654e62d4dba82c58114d7d2934f8f69295a11b64895ac493a1fc5d53",
  },
]

describe("signing", () => {
  it.each(vectors)("signs $name", ({ body, signature }) => {
    const headers = sign(1704067200000, body ? Buffer.from(body) : undefined)
    expect(headers).toEqual({
      "X-API-Key": "pk_test_example",
      "X-Timestamp": "1704067200000",
      "X-Signature": signature,
    })
  })

  it("signs an empty body as no body", () => {
    expect(sign(1704067200000, Buffer.alloc(0))).toEqual(sign(1704067200000))
  })
})
