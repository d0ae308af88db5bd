import { createHmac } from "node:crypto"

import {
  findOtherRecipe,
  verifyWebhookSignature,
  type WebhookToVerify,
} from "../signature"

const now = 1_704_067_200_000
const rawBody = '{"event":"payment.received","paymentId":"p1"}'
const hmac = (secret: string, timestamp: number | string, body = rawBody) =>
  createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")

const verify = (overrides: Partial<WebhookToVerify> = {}) =>
  verifyWebhookSignature({
    rawBody,
    signature: `sha256=${hmac("whsec", now)}`,
    timestamp: String(now),
    secrets: ["whsec"],
    now,
    ...overrides,
  })

describe("verifyWebhookSignature", () => {
  it("accepts a fresh, well-signed body as text or bytes", () => {
    expect(verify()).toEqual({ ok: true })
    expect(verify({ rawBody: Buffer.from(rawBody) })).toEqual({ ok: true })
  })

  it("checks the bytes, not the JSON they mean", () => {
    expect(verify({ rawBody: rawBody.replace(":", ": ") })).toEqual({
      ok: false,
      reason: "mismatch",
    })
  })

  it("accepts either secret while one replaces the other", () => {
    expect(verify({ secrets: ["whsec_new", "whsec"] })).toEqual({ ok: true })
  })

  it.each([
    ["without its prefix", hmac("whsec", now)],
    ["in capitals", `sha256=${hmac("whsec", now).toUpperCase()}`],
    ["among others", `sha256=${"0".repeat(64)}, sha256=${hmac("whsec", now)}`],
    ["beside a scheme we do not know", `v2=abc,sha256=${hmac("whsec", now)}`],
  ])("accepts a signature %s", (_, signature) => {
    expect(verify({ signature })).toEqual({ ok: true })
  })

  it.each([
    ["another secret", { secrets: ["other"] }],
    ["no secret at all", { secrets: [] }],
    [
      "an empty secret, which anybody knows",
      { secrets: [""], signature: `sha256=${hmac("", now)}` },
    ],
    ["another timestamp", { timestamp: String(now + 1) }],
  ])("refuses %s", (_, overrides) => {
    expect(verify(overrides)).toEqual({ ok: false, reason: "mismatch" })
  })

  it.each([
    [{ signature: undefined }],
    [{ signature: "" }],
    [{ timestamp: undefined }],
    [{ timestamp: null }],
  ])("calls %o missing", (overrides) => {
    expect(verify(overrides)).toEqual({ ok: false, reason: "missing" })
  })

  it.each([
    "NaN",
    "Infinity",
    "-1704067200000",
    "0",
    "1704067200000.5",
    "1.7040672e12",
    "0x18cc251f400",
    " 1704067200000",
    "2024-01-01T00:00:00.000Z",
    "9".repeat(30),
  ])(
    "calls the timestamp %j malformed, however well it is signed",
    (timestamp) => {
      const signature = `sha256=${hmac("whsec", timestamp)}`
      expect(verify({ timestamp, signature })).toEqual({
        ok: false,
        reason: "malformed",
      })
    }
  )

  it.each(["sha256=", "sha256=xyz", "sha256=abcd", ","])(
    "calls the signature %j malformed",
    (signature) => {
      expect(verify({ signature })).toEqual({ ok: false, reason: "malformed" })
    }
  )

  it.each([
    [300_000, { ok: true }],
    [300_001, { ok: false, reason: "stale", ageMs: 300_001 }],
    [-300_000, { ok: true }],
    [-300_001, { ok: false, reason: "ahead" }],
  ])("with an age of %i ms answers %o", (age, verdict) => {
    expect(verify({ now: now + age })).toEqual(verdict)
  })

  it("calls nothing stale that the gateway did not sign", () => {
    expect(verify({ now: now + 300_001, secrets: ["other"] })).toEqual({
      ok: false,
      reason: "mismatch",
    })
  })

  it("keeps to a tolerance of the caller's", () => {
    expect(verify({ now: now + 2, toleranceMs: 1 })).toEqual({
      ok: false,
      reason: "stale",
      ageMs: 2,
    })
  })
})

describe("findOtherRecipe", () => {
  const sign = (secret: string, text: string) =>
    createHmac("sha256", secret).update(text).digest("hex")
  const find = (signature: string, timestamp: string | null = String(now)) =>
    findOtherRecipe(
      { rawBody, signature, timestamp, secrets: ["old", "whsec"] },
      "sk_test"
    )

  it.each([
    ["body alone", sign("whsec", rawBody)],
    ["timestamp + body", sign("whsec", `${now}${rawBody}`)],
    [
      "timestamp.body under the API secret",
      sign("sk_test", `${now}.${rawBody}`),
    ],
    ["body alone under the API secret", sign("sk_test", rawBody)],
    [
      "timestamp + body under the API secret",
      sign("sk_test", `${now}${rawBody}`),
    ],
  ])("names %s", (recipe, signature) => {
    expect(find(`sha256=${signature}`)).toBe(recipe)
  })

  it("needs no timestamp for a signature of the body alone", () => {
    expect(find(sign("whsec", rawBody), null)).toBe("body alone")
  })

  it.each([
    ["the signature is somebody else's", sign("else", rawBody)],
    ["there is none", ""],
    ["it is no digest", "sha256=xyz"],
  ])("names none when %s", (_, signature) => {
    expect(find(signature)).toBeNull()
  })
})
