import { once } from "node:events"
import { createServer, type Server } from "node:https"
import type { AddressInfo } from "node:net"
import {
  judgeAll,
  runDoctor,
  sentenceOf,
  type CheckOptions,
  type Finding,
  type Settings,
} from "../../src/doctor"
import { startSandbox, type Endpoint } from "../../src/sandbox"
import {
  hangUp,
  json,
  refusal,
  silence,
  startWireGateway,
  type Reply,
  type WireGateway,
} from "../gateway/wire-gateway"
import { freePort } from "../setup/free-port"
import { MovableClock } from "../setup/movable-clock"
import { until } from "../setup/until"
import { selfSigned } from "./certificate"
import { PAYER, settingsFor } from "./check-sandbox"

const SETTINGS: Settings = {
  baseUrl: "",
  apiKey: "pk_test_a1b2c3d4e5",
  secretKey: "sk_test_f6a7b8c9d0",
  webhookSecrets: ["whsec-of-a-test"],
  amountUnit: "satang",
}

let server: WireGateway

beforeEach(async () => {
  server = await startWireGateway()
})
afterEach(() => server.close())

const check = (settings: Partial<Settings>, more: Partial<CheckOptions> = {}) =>
  runDoctor({
    settings: { ...SETTINGS, ...settings },
    create: { payer: PAYER },
    ...more,
  })

const keysOf = (findings: readonly Finding[]) => findings.map(({ key }) => key)

/** What a server that answers every request so is called. */
async function checkReply(...replies: Reply[]) {
  server.replyWith(...replies)
  const { findings } = await check({ baseUrl: server.url })
  expect(judgeAll(findings).isReady).toBe(false)
  return findings
}

const page: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" })
  response.end("<!doctype html><title>Welcome</title>")
}

const half: Reply = (response, { socket }) => {
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": "500",
  })
  response.write('{"success":true,"data":{"wallet')
  setImmediate(() => socket.destroy())
}

const cut: Reply = (response) => {
  response.writeHead(401, { "content-type": "application/json" })
  response.end('{"success":false,"error":{"co')
}

const redirect: Reply = (response) => {
  response.writeHead(302, {
    location: "http://login.hotel.example/portal?session=abc123&room=1204",
  })
  response.end()
}

describe("what answers at the address", () => {
  it.each<[string, string, Reply]>([
    ["a web page", "web_page", page],
    ["a login page of a network", "redirected", redirect],
    ["another API", "other_api", json(200, { status: "ok", version: 3 })],
    ["another API's refusal", "other_api", json(401, { detail: "No token" })],
    ["a server without this path", "path_missing", json(404, { detail: "-" })],
    ["half an answer", "half_answer", half],
    ["an answer that was cut", "half_answer", cut],
    ["a gateway that fails", "gateway_down", json(502, {})],
    ["a server that hangs up", "address_lost", hangUp],
    ["a maintenance", "maintenance", refusal(503, "MAINTENANCE_MODE")],
    [
      "too many requests",
      "rate_limited",
      refusal(429, "RATE_LIMIT_EXCEEDED", { retryAfter: 30 }),
    ],
    [
      "a service that wants no keys",
      "keys_not_needed",
      json(200, { success: true, data: {} }),
    ],
  ])("%s is named", async (_, key, reply) => {
    expect(keysOf(await checkReply(reply))).toEqual(
      expect.arrayContaining([key, "stopped"])
    )
    // No server but One2Pays sees a key.
    expect(server.received).toHaveLength(1)
    expect(server.received[0]?.headers).not.toHaveProperty("x-api-key")
  })

  it("tells of a redirect only the place, which the login page's address hides", async () => {
    const [finding] = await checkReply(redirect)
    expect(sentenceOf(finding!, "en")).toContain("http://login.hotel.example.")
    expect(JSON.stringify(finding)).not.toMatch(/abc123|1204/)
  })
})

describe("what does not answer", () => {
  it.each<[string, string, () => Promise<string> | string]>([
    ["no server of that name", "address_unknown", () => "https://api.invalid"],
    [
      "a closed port",
      "address_refused",
      async () => `http://127.0.0.1:${await freePort()}`,
    ],
    [
      "a port that speaks no https",
      "tls_failed",
      () => server.url.replace("http:", "https:"),
    ],
  ])("%s is named", async (_, key, address) => {
    const { findings } = await check({ baseUrl: await address() })
    expect(keysOf(findings)).toEqual([key, "stopped"])
  })

  it("a certificate that nobody trusts is named", async () => {
    const secure = createServer(selfSigned("127.0.0.1"))
    secure.listen(0, "127.0.0.1")
    await once(secure, "listening")
    try {
      const { findings } = await check({ baseUrl: urlOf(secure) })
      expect(keysOf(findings)).toContain("certificate_untrusted")
    } finally {
      secure.close()
    }
  })

  it("silence is named after ten seconds, and the check never hangs", async () => {
    const clock = new MovableClock()
    server.replyWith(silence)
    const checking = check({ baseUrl: server.url }, { clock })
    await until(
      () => server.received.length,
      (count) => count > 0
    )
    clock.advance(10_000)
    const { findings } = await checking
    expect(keysOf(findings)).toContain("address_silent")
  })

  it("a gateway that is slow with every answer ends the check within a minute", async () => {
    const clock = new MovableClock()
    const started = clock.now()
    server.replyWith((response, received) => {
      clock.advance(9_000)
      return received.headers["x-api-key"]
        ? json(200, { success: true, data: {} })(response, received)
        : refusal(401, "UNAUTHORIZED")(response, received)
    })
    const { findings } = await check({ baseUrl: server.url }, { clock })
    expect(keysOf(findings)).toEqual(
      expect.arrayContaining(["address_slow", "out_of_time"])
    )
    // The last question may end after the others: nothing takes longer than its own limit.
    expect(clock.now() - started).toBeLessThan(70_000)
  })
})

const urlOf = (secure: Server) =>
  `https://127.0.0.1:${(secure.address() as AddressInfo).port}`

describe("the account", () => {
  it.each([
    ["an hour ahead", 3_600_000, "clock_ahead"],
    ["an hour behind", -3_600_000, "clock_behind"],
  ])(
    "is looked at in spite of a clock that is %s, which is named",
    async (_, ms, key) => {
      const sandbox = await startSandbox({})
      const clock = new MovableClock()
      clock.advance(ms)
      try {
        const { findings } = await check(settingsFor(sandbox), { clock })
        expect(keysOf(findings)).toEqual(
          expect.arrayContaining([key, "keys_ok", "unit_proved", "canceled"])
        )
        expect(judgeAll(findings).isReady).toBe(false)
      } finally {
        await sandbox.close()
      }
    }
  )

  it("of the other environment, or an integration that is off, is named", async () => {
    const sandbox = await startSandbox({})
    try {
      const settings = settingsFor(sandbox)
      const wrong = await check({ ...settings, secretKey: "sk_test_other" })
      expect(keysOf(wrong.findings)).toContain("keys_refused")
      sandbox.setActive(false)
      const { findings } = await check(settings)
      expect(keysOf(findings)).toContain("keys_environment")
    } finally {
      await sandbox.close()
    }
  })

  it.each<[string, Partial<Settings>, string[]]>([
    [
      "nothing is set",
      { baseUrl: "", apiKey: "", secretKey: "" },
      ["setting_missing"],
    ],
    [
      "the keys have changed places",
      { apiKey: SETTINGS.secretKey, secretKey: SETTINGS.apiKey },
      ["keys_swapped"],
    ],
    ["one key is live", { apiKey: "pk_live_a1b2c3d4e5" }, ["keys_mixed"]],
    [
      "the address is no https address",
      { baseUrl: "http://api.example.com" },
      ["address_malformed"],
    ],
    ["a key has a space", { secretKey: "sk_test_a b" }, ["key_malformed"]],
  ])("is not asked where %s", async (_, settings, keys) => {
    const { findings, exchanges } = await check({
      baseUrl: server.url,
      ...settings,
    })
    expect(keysOf(findings)).toEqual(expect.arrayContaining(keys))
    expect(exchanges).toEqual([])
    expect(server.received).toEqual([])
  })
})

describe("a payment of the check", () => {
  it.each<Endpoint>([
    "payments.create",
    "payments.retrieve",
    "payments.cancel",
  ])("is canceled, also where %s is not answered once", async (endpoint) => {
    const sandbox = await startSandbox({})
    sandbox.addFault({ kind: "refused", endpoint })
    try {
      await check(settingsFor(sandbox))
      expect(sandbox.payments.list()).toMatchObject([{ status: "canceled" }])
    } finally {
      await sandbox.close()
    }
  })

  /** A gateway that takes every payment, and answers the rest as a test says. */
  function gatewayWith(answers: Record<string, Reply>, id: unknown = "pay_1") {
    const payment = {
      ...{ id, amount: "100.00", status: "requires_action" },
      nextAction: { paymentAppUrl: "https://pay.example/1" },
    }
    server.replyWith((response, received) => {
      const { method, url, headers } = received
      const [path = ""] = url.replace("/api/v1", "").split("?")
      const own = answers[`${method} ${path}`]
      const reply = !headers["x-api-key"]
        ? refusal(401, "UNAUTHORIZED")
        : (own ??
          json(200, {
            success: true,
            data:
              path === "/balance"
                ? { walletBalance: 1, settlementBalance: 1 }
                : /^.(payments|withdraws)$/.test(path) && method === "GET"
                  ? { data: [] }
                  : payment,
          }))
      return reply(response, received)
    })
  }

  it.each<[string, string, Reply]>([
    [
      "another status",
      "succeeded",
      json(200, { success: true, data: { id: "pay_1", status: "succeeded" } }),
    ],
    ["no data", "HTTP 200", json(200, { success: true, data: null })],
    ["nothing", "HTTP 204", (response) => void response.writeHead(204).end()],
  ])(
    "whose cancel is answered with %s is read once more, and not called canceled",
    async (_, word, reply) => {
      gatewayWith({ "POST /payments/pay_1/cancel": reply })
      const { findings } = await check({ baseUrl: server.url })
      expect(keysOf(findings)).not.toContain("canceled")
      expect(findings).toContainEqual({
        key: "cancel_refused",
        values: { code: word, minutes: "5" },
      })
    }
  )

  it("with a number for its id is canceled, and named as unreadable", async () => {
    const canceled = { id: 17, amount: "100.00", status: "canceled" }
    const cancel = json(200, { success: true, data: canceled })
    gatewayWith({ "POST /payments/17/cancel": cancel }, 17)
    const { findings } = await check({ baseUrl: server.url })
    expect(findings).toContainEqual({
      key: "shape_broken",
      values: { what: "POST /payments", missing: "id (number)" },
    })
    expect(keysOf(findings)).toEqual(
      expect.arrayContaining(["repeat_same", "canceled"])
    )
    expect(judgeAll(findings).isReady).toBe(false)
  })

  it("that was not answered for and is not found may be open, and that is said", async () => {
    gatewayWith({ "POST /payments": json(500, {}) })
    const { findings } = await check({ baseUrl: server.url })
    expect(keysOf(findings)).toEqual(
      expect.arrayContaining(["create_lost", "maybe_open"])
    )
  })
})
