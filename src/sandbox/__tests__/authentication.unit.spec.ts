import { request } from "node:http"
import { startSandbox, type Sandbox } from "../index"
import { get, send, signature, signedHeaders } from "./signed-client"

describe("authentication", () => {
  let sandbox: Sandbox
  const now = Date.now()
  beforeAll(async () => {
    sandbox = await startSandbox({
      rateLimitPerMinute: null,
      clock: { now: () => now },
    })
  })
  afterAll(() => sandbox.close())

  const balanceWith = (headers: Record<string, string>) =>
    send(sandbox, "GET", "/balance", "", headers)

  it("lets a well signed request in", async () => {
    const { status, body } = await get(sandbox, "/balance")
    expect(status).toBe(200)
    expect(body).toEqual({
      success: true,
      data: {
        walletBalance: 100000,
        settlementBalance: 0,
        currency: "THB",
        status: "active",
      },
    })
  })

  it.each(["X-API-Key", "X-Timestamp", "X-Signature"])(
    "answers UNAUTHORIZED without %s",
    async (name) => {
      const headers = Object.fromEntries(
        Object.entries(signedHeaders(sandbox, "")).filter(
          ([header]) => header !== name
        )
      )
      const { status, body } = await balanceWith(headers)
      expect(status).toBe(401)
      expect(body.error).toEqual({
        code: "UNAUTHORIZED",
        message: "Missing required authentication headers",
      })
    }
  )

  it("answers INVALID_CREDENTIALS to a key that it does not know", async () => {
    const { status, body } = await balanceWith({
      ...signedHeaders(sandbox, ""),
      "X-API-Key": "pk_test_other",
    })
    expect(status).toBe(401)
    expect(body.error.code).toBe("INVALID_CREDENTIALS")
  })

  it("answers FORBIDDEN to a live key", async () => {
    const { status, body } = await balanceWith({
      ...signedHeaders(sandbox, ""),
      "X-API-Key": "pk_live_sandbox",
    })
    expect(status).toBe(403)
    expect(body.error.code).toBe("FORBIDDEN")
  })

  it("answers FORBIDDEN while the integration is switched off", async () => {
    sandbox.setActive(false)
    const { status, body } = await get(sandbox, "/balance")
    sandbox.setActive(true)
    expect(status).toBe(403)
    expect(body.error).toEqual({
      code: "FORBIDDEN",
      message: "Integration is not active",
    })
  })

  const wrongSignatures: [string, (timestamp: string) => string][] = [
    ["another secret", (at) => signature("other", at, "")],
    ["another time", () => signature("sk_test_sandbox", "1704067200000", "")],
    ["another body", (at) => signature("sk_test_sandbox", at, "{}")],
    ["no prefix", (at) => signature("sk_test_sandbox", at, "").slice(7)],
    ["upper case", (at) => signature("sk_test_sandbox", at, "").toUpperCase()],
  ]
  it.each(wrongSignatures)(
    "answers INVALID_CREDENTIALS to a signature with %s",
    async (_, wrong) => {
      const timestamp = Date.now().toString()
      const { status, body } = await balanceWith({
        ...signedHeaders(sandbox, "", timestamp),
        "X-Signature": wrong(timestamp),
      })
      expect(status).toBe(401)
      expect(body.error).toEqual({
        code: "INVALID_CREDENTIALS",
        message: "Invalid signature or expired timestamp",
      })
    }
  )

  it.each([
    ["more than five minutes old", () => String(now - 300_001)],
    ["more than five minutes ahead", () => String(now + 300_001)],
    ["in seconds", () => String(Math.floor(Date.now() / 1000))],
    ["no number", () => "now"],
    ["in hexadecimal", () => `0x${Date.now().toString(16)}`],
  ])(
    "answers INVALID_CREDENTIALS to a well signed timestamp %s",
    async (_, at) => {
      const { status, body } = await balanceWith(
        signedHeaders(sandbox, "", at())
      )
      expect(status).toBe(401)
      expect(body.error.code).toBe("INVALID_CREDENTIALS")
    }
  )

  it("takes a timestamp of nearly five minutes ago", async () => {
    const at = String(now - 299_999)
    const { status } = await balanceWith(signedHeaders(sandbox, "", at))
    expect(status).toBe(200)
  })

  it("signs over the bytes as they came, not over the JSON they mean", async () => {
    const spaced = '{ "amount" : "1000.00" }'
    const compact = '{"amount":"1000.00"}'
    const headers = signedHeaders(sandbox, compact)
    const refused = await send(sandbox, "POST", "/payments", spaced, headers)
    expect(refused.status).toBe(401)
    const own = signedHeaders(sandbox, spaced)
    const read = await send(sandbox, "POST", "/payments", spaced, own)
    expect(read.body.error.code).toBe("MISSING_REQUIRED_FIELD")
  })

  it("does not offer the dashboard's login, nor any other path", async () => {
    for (const [method, path] of [
      ["POST", "/auth/login"],
      ["GET", "/nothing"],
      ["DELETE", "/payments/1"],
      ["GET", "/payments/1/cancel"],
      ["POST", "/payments/1/capture"],
      ["POST", "/balance"],
    ] as const) {
      const headers = signedHeaders(sandbox, "")
      const { status, body } = await send(sandbox, method, path, "", headers)
      expect([path, status, body.error.code]).toEqual([
        path,
        404,
        "RESOURCE_NOT_FOUND",
      ])
    }
  })

  it("refuses bodies that are not a JSON object", async () => {
    for (const text of ["{", "[]", '"text"', "null"]) {
      const headers = signedHeaders(sandbox, text)
      const answer = await send(sandbox, "POST", "/payments", text, headers)
      expect(answer.status).toBe(400)
      expect(answer.body.error.code).toBe("VALIDATION_ERROR")
    }
    const plain = {
      ...signedHeaders(sandbox, "{}"),
      "Content-Type": "text/plain",
    }
    const answer = await send(sandbox, "POST", "/payments", "{}", plain)
    expect(answer.body.error.metadata).toEqual({ field: "Content-Type" })
  })

  it("refuses a body above one megabyte", async () => {
    const text = JSON.stringify({ description: "x".repeat(1024 * 1024) })
    const headers = signedHeaders(sandbox, text)
    const { status, body } = await send(
      sandbox,
      "POST",
      "/payments",
      text,
      headers
    )
    expect(status).toBe(400)
    expect(body.error.message).toContain("1 MB")
  })

  it("keeps connections open between requests", async () => {
    const connection = await new Promise((resolve, reject) => {
      const headers = {
        ...signedHeaders(sandbox, ""),
        connection: "keep-alive",
      }
      request(`${sandbox.url}/api/v1/balance`, { headers }, (response) => {
        response.resume()
        resolve(response.headers.connection)
      })
        .on("error", reject)
        .end()
    })
    expect(connection).toBe("keep-alive")
  })
})
