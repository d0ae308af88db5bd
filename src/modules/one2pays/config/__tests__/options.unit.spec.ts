import { NOTICE_TOPICS } from "../notice-topics"
import { decodeKey, modeOf, resolveOptions } from "../options"

const REQUIRED = {
  apiKey: "pk_test_public",
  secretKey: "sk_test_secret",
  webhookSecret: "whsec_secret",
  baseUrl: "https://gateway.example",
}

const BYTES = Buffer.from(Array.from({ length: 32 }, (_, at) => at))
const HEX = BYTES.toString("hex")
const BASE64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

/** The message that would stop the boot. */
function refusal(options: Record<string, unknown>): string {
  try {
    resolveOptions(options)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error("The options were accepted")
}

describe("resolveOptions", () => {
  it("fills in everything that a merchant need not write", () => {
    expect(resolveOptions(REQUIRED)).toEqual({
      apiKey: "pk_test_public",
      secretKey: "sk_test_secret",
      webhookSecret: ["whsec_secret"],
      baseUrl: "https://gateway.example",
      amountUnit: "satang",
      paymentMethods: ["promptpay", "bank_transfer"],
      paymentExpiresInMinutes: 30,
      unpaidOrders: { action: "cancel", afterMinutes: 60 },
      withdraws: { approvalAbove: 0, duplicateDays: 7 },
      refunds: { mode: "withdraw" },
      notify: [],
      rateLimit: {},
      keepAccountNumbersDays: 400,
      timeoutMs: 10_000,
    })
  })

  it.each([
    [{ minAmount: 100, maxAmount: "99.99" }, "options.maxAmount"],
    [{ minAmount: "50.001" }, "options.minAmount"],
    [{ maxAmount: "much" }, "options.maxAmount"],
    [{ banks: ["KBANK"] }, "options.banks"],
    [{ banks: [] }, "options.banks"],
    [{ banks: "004" }, "options.banks"],
    [{ balanceAlert: "low" }, "options.balanceAlert"],
    [{ notify: [{ to: [] }] }, "options.notify.0.to"],
    [
      { notify: [{ to: "a@b.c", topics: ["paid"] }] },
      "options.notify.0.topics",
    ],
    [{ merchantName: " " }, "options.merchantName"],
    [{ merchantName: "ร้าน\u0000" }, "options.merchantName"],
    [{ merchantName: "x".repeat(41) }, "options.merchantName"],
  ])("refuses %j", (options, named) => {
    expect(refusal({ ...REQUIRED, ...options })).toContain(named)
  })

  it("fills in the rest of a group that the merchant wrote in part", () => {
    expect(
      resolveOptions({
        ...REQUIRED,
        unpaidOrders: { action: "keep" },
        withdraws: {
          maxAmount: 50_000,
          dailyLimit: "200000.50",
          feeMargin: "1.5%",
        },
        refunds: { approvalAbove: 1000 },
      })
    ).toMatchObject({
      unpaidOrders: { action: "keep", afterMinutes: 60 },
      withdraws: {
        approvalAbove: 0,
        maxAmount: 50_000,
        dailyLimit: "200000.50",
        feeMargin: "1.5%",
      },
      refunds: { mode: "withdraw", approvalAbove: 1000 },
    })
  })

  it("overlooks the database settings that Medusa adds to every module's options", () => {
    expect(
      resolveOptions({ ...REQUIRED, database: { clientUrl: "postgres://" } })
    ).not.toHaveProperty("database")
  })

  it("does not change the options given", () => {
    const given = Object.freeze({ ...REQUIRED, database: {} })
    resolveOptions(given)
    expect(given).toHaveProperty("database")
  })

  it("says in one line what is wrong with every wrong option at once", () => {
    const message = refusal({})
    expect(message).toMatch(
      /^\[one2pays\] medusa-config\.ts, plugins: medusa-plugin-one2pays: /
    )
    expect(message).not.toContain("\n")
    for (const name of Object.keys(REQUIRED)) {
      expect(message).toContain(`options.${name}: expected`)
    }
  })

  it.each([
    ["keepAccountNumbersDays", 0, "whole days, 1 to 3650"],
    ["keepAccountNumbersDays", 1.5, "whole days, 1 to 3650"],
    ["apiKey", "sk_test_public", "pk_test_ or pk_live_"],
    ["apiKey", "pk_test_", "pk_test_ or pk_live_"],
    ["apiKey", "pk_test_กุญแจ", "pk_test_ or pk_live_"],
    ["apiKey", "pk_test_two words", "pk_test_ or pk_live_"],
    ["apiKey", 42, "pk_test_ or pk_live_"],
    ["secretKey", "pk_test_secret", "sk_test_ or sk_live_"],
    ["secretKey", undefined, "sk_test_ or sk_live_"],
    ["webhookSecret", undefined, "expected the secret as text, or a list"],
    ["webhookSecret", "  ", "expected the secret as text, or a list"],
    ["webhookSecret", [], "expected the secret as text, or a list"],
    ["webhookSecret", ["good", 5], "expected the secret as text, or a list"],
    ["baseUrl", "gateway.example", "expected the gateway's address"],
    ["baseUrl", "http://gateway.example", "http only for localhost"],
    ["baseUrl", "http://127.0.0.1.example.com", "http only for localhost"],
    ["baseUrl", "http://localhost@evil.example", "http only for localhost"],
    ["baseUrl", "http://192.168.0.10:9000", "http only for localhost"],
    ["baseUrl", "ftp://gateway.example", "https://"],
    ["baseUrl", "javascript:alert(1)", "https://"],
    ["baseUrl", "https://user:word@gateway.example", "without credentials"],
    ["baseUrl", "https://gateway.example/?key=1", "without credentials, query"],
    ["baseUrl", "https://gateway.example/#api", "query or fragment"],
    ["baseUrl", null, "expected the gateway's address"],
    ["amountUnit", "usd", '"satang"|"baht"'],
    ["balanceUnit", "thb", '"satang"|"baht"'],
    ["encryptionKey", "too short", "32 bytes in base64 or hex"],
    ["encryptionKey", BASE64.slice(4), "32 bytes in base64 or hex"],
    ["encryptionKey", `${HEX}00`, "32 bytes in base64 or hex"],
    ["encryptionKey", [], "32 bytes in base64 or hex"],
    ["encryptionKey", 5, "32 bytes in base64 or hex"],
    ["paymentMethods", [], ">=1"],
    ["paymentMethods", "promptpay", "expected array"],
    ["paymentExpiresInMinutes", 4, ">=5"],
    ["paymentExpiresInMinutes", 1441, "<=1440"],
    ["paymentExpiresInMinutes", 30.5, "expected int"],
    ["paymentExpiresInMinutes", "30", "expected number"],
    ["timeoutMs", 99, ">=100"],
    ["timeoutMs", 20_000, "<=19000"],
    ["refunds", "off", "expected object"],
  ])("refuses %s = %p and says what is expected", (name, value, expected) => {
    const message = refusal({ ...REQUIRED, [name]: value })
    expect(message).toContain(`options.${name}: `)
    expect(message).toContain(expected)
    expect(message).not.toContain(";")
  })

  it.each([
    ["unpaidOrders", { action: "delete" }, "action", '"cancel"|"keep"'],
    ["unpaidOrders", { afterMinutes: 0 }, "afterMinutes", ">=1"],
    ["withdraws", { approvalAbove: "1.234" }, "approvalAbove", "two decimals"],
    ["withdraws", { approvalAbove: -1 }, "approvalAbove", "two decimals"],
    ["withdraws", { maxAmount: true }, "maxAmount", "amount in THB"],
    ["withdraws", { maxAmount: NaN }, "maxAmount", "amount in THB"],
    ["withdraws", { maxAmount: 1e21 }, "maxAmount", "amount in THB"],
    ["withdraws", { dailyLimit: "5,000" }, "dailyLimit", "amount in THB"],
    ["withdraws", { dailyLimit: 0.1 + 0.2 }, "dailyLimit", "amount in THB"],
    ["withdraws", { feeMargin: "150%" }, "feeMargin", "part of the wallet"],
    ["withdraws", { feeMargin: "1.5 %" }, "feeMargin", "part of the wallet"],
    ["withdraws", { feeMargin: -1 }, "feeMargin", "part of the wallet"],
    ["refunds", { mode: "card" }, "mode", '"withdraw"|"off"'],
    ["rateLimit", { perMinute: 0 }, "perMinute", ">=1"],
    ["rateLimit", { redisUrl: 6379 }, "redisUrl", "expected string"],
  ])(
    "names the wrong part of %s: %p is wrong in %s",
    (group, value, name, expected) => {
      const message = refusal({ ...REQUIRED, [group]: value })
      expect(message).toContain(`options.${group}.${name}: `)
      expect(message).toContain(expected)
    }
  )

  it("tells of everything, by mail and in Thai, those of whom no more is said", () => {
    const { notify } = resolveOptions({
      ...REQUIRED,
      notify: [{ to: "finance@shop.example" }],
    })
    expect(notify).toEqual([
      {
        channel: "email",
        to: ["finance@shop.example"],
        locale: "th",
        topics: [...NOTICE_TOPICS],
      },
    ])
  })

  it("names the wrong member of a list", () => {
    expect(
      refusal({ ...REQUIRED, paymentMethods: ["promptpay", "card"] })
    ).toContain('options.paymentMethods.1: Invalid option: expected one of "')
    expect(refusal({ ...REQUIRED, webhookSecret: ["good", " "] })).toContain(
      "options.webhookSecret.1: expected the secret"
    )
    expect(refusal({ ...REQUIRED, encryptionKey: [HEX, "short"] })).toContain(
      "options.encryptionKey.1: expected 32 bytes"
    )
  })

  it("names every unknown option, at any depth", () => {
    const message = refusal({
      ...REQUIRED,
      apikey: "pk_test_public",
      webHookSecret: "x",
      withdraws: { aprovalAbove: 5 },
    })
    expect(message).toContain("options.apikey: unknown option")
    expect(message).toContain("options.webHookSecret: unknown option")
    expect(message).toContain("options.withdraws.aprovalAbove: unknown option")
  })

  it("never repeats a value, which may be a secret in the wrong place", () => {
    const CANARY = "c4n4ry"
    const wrong: Record<string, unknown>[] = [
      { apiKey: `${CANARY}_live_` },
      { apiKey: "pk_test_x", secretKey: `sk_live_${CANARY}` },
      { secretKey: `sk_test_ ${CANARY}` },
      { webhookSecret: { value: CANARY } },
      { webhookSecret: [CANARY, 5] },
      { baseUrl: `https://${CANARY}@gateway.example` },
      { baseUrl: `redis://${CANARY}` },
      { encryptionKey: CANARY },
      { encryptionKey: [HEX, CANARY] },
      { amountUnit: CANARY, balanceUnit: CANARY },
      { paymentMethods: [CANARY] },
      { paymentExpiresInMinutes: CANARY, timeoutMs: CANARY },
      { unpaidOrders: CANARY },
      { withdraws: { maxAmount: CANARY }, refunds: { mode: CANARY } },
      { rateLimit: { redisUrl: [CANARY], perMinute: CANARY } },
      { secret: CANARY },
    ]
    for (const options of wrong) {
      expect(refusal({ ...REQUIRED, ...options })).not.toContain(CANARY)
    }
  })

  describe("the keys", () => {
    it.each(["test", "live"])("are accepted when both are %s keys", (mode) => {
      const keys = { apiKey: `pk_${mode}_1`, secretKey: `sk_${mode}_2` }
      expect(resolveOptions({ ...REQUIRED, ...keys })).toMatchObject(keys)
    })

    it.each([
      ["pk_test_1", "sk_live_1", "test"],
      ["pk_live_1", "sk_test_1", "live"],
      ["pk_live_1", "sk_test_live_1", "live"],
    ])(
      "%s and %s are refused, being of two modes",
      (apiKey, secretKey, mode) => {
        expect(refusal({ ...REQUIRED, apiKey, secretKey })).toContain(
          `options.secretKey: expected a key of the same mode as apiKey (${mode})`
        )
      }
    )

    it("are of the mode that they start with, whatever follows", () => {
      expect(modeOf("sk_test_a_live_b")).toBe("test")
      expect(modeOf("pk_live_a_test_b")).toBe("live")
      const keys = { apiKey: "pk_test_1", secretKey: "sk_test_a_live_b" }
      expect(resolveOptions({ ...REQUIRED, ...keys })).toMatchObject(keys)
    })

    it("are not compared when one of them is no key", () => {
      const message = refusal({
        ...REQUIRED,
        apiKey: "wrong",
        secretKey: "sk_live_1",
      })
      expect(message).toContain("options.apiKey")
      expect(message).not.toContain("options.secretKey")
    })

    it("lose the line break that a file ends with", () => {
      expect(
        resolveOptions({
          ...REQUIRED,
          apiKey: "pk_test_1\n",
          secretKey: " sk_test_2\r\n",
          webhookSecret: ["one\n", "two"],
          baseUrl: "https://gateway.example\n",
          encryptionKey: `${HEX}\n`,
        })
      ).toMatchObject({
        apiKey: "pk_test_1",
        secretKey: "sk_test_2",
        webhookSecret: ["one", "two"],
        baseUrl: "https://gateway.example",
        encryptionKey: [HEX],
      })
    })
  })

  it.each([
    "https://gateway.example",
    "https://gateway.example:8443/api/v1/",
    "http://localhost:9000",
    "http://127.0.0.1",
    "http://127.0.1.1:80",
    "http://[::1]:9000",
  ])("takes %s for a gateway's address", (baseUrl) => {
    expect(resolveOptions({ ...REQUIRED, baseUrl }).baseUrl).toBe(baseUrl)
  })

  it("takes a list while the webhook secret or the encryption key is replaced", () => {
    expect(
      resolveOptions({
        ...REQUIRED,
        webhookSecret: ["new", "old"],
        encryptionKey: [HEX, BASE64],
      })
    ).toMatchObject({
      webhookSecret: ["new", "old"],
      encryptionKey: [HEX, BASE64],
    })
  })

  it.each([0, 5000, 1290.5, "0.01", "1290.50", "100000000000"])(
    "takes %p for an amount in THB",
    (maxAmount) => {
      expect(
        resolveOptions({ ...REQUIRED, withdraws: { maxAmount } }).withdraws
          .maxAmount
      ).toBe(maxAmount)
    }
  )
})

describe("decodeKey", () => {
  it.each([
    ["hex", HEX],
    ["hex in capitals", HEX.toUpperCase()],
    ["base64", BASE64],
    ["base64 without padding", BASE64.slice(0, -1)],
  ])("reads 32 bytes in %s", (_, text) => {
    expect(decodeKey(text)).toEqual(BYTES)
  })

  it("reads base64url too", () => {
    const bytes = Buffer.alloc(32, 0xfb)
    expect(decodeKey(bytes.toString("base64url"))).toEqual(bytes)
    expect(decodeKey(bytes.toString("base64"))).toEqual(bytes)
  })

  it.each([
    ["nothing", ""],
    ["31 bytes in hex", HEX.slice(2)],
    ["half a byte too much in hex", `${HEX}0`],
    ["33 bytes in base64", Buffer.alloc(33, 1).toString("base64")],
    ["31 bytes in base64", Buffer.alloc(31, 1).toString("base64")],
    ["hex with a letter beyond f", `g${HEX.slice(1)}`],
    ["characters of no alphabet", BASE64.replace("AAEC", "AA!C")],
  ])("refuses %s", (_, text) => {
    expect(decodeKey(text)).toBeNull()
  })
})
