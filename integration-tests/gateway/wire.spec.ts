import { createHmac } from "node:crypto"
import { once } from "node:events"
import {
  createServer as createNetServer,
  type AddressInfo,
  type Socket,
} from "node:net"
import { gzipSync } from "node:zlib"

import {
  createOne2PaysClient,
  type One2PaysClient,
  type One2PaysClientOptions,
  systemClock,
} from "../../src/gateway"
import { MovableClock } from "../setup/movable-clock"
import { until } from "../setup/until"
import { aPayment, aWithdraw, failureOf } from "./create-payment"
import {
  hangUp,
  json,
  PAYMENT,
  refusal,
  type Reply,
  silence,
  startWireGateway,
  success,
  type WireGateway,
} from "./wire-gateway"

let gateway: WireGateway
let client: One2PaysClient
let clock: MovableClock

/** Longer than any machine needs, so that only a clock that is moved ends a call. */
const TIMEOUT_MS = 600_000

const keys = { apiKey: "pk_test_1", secretKey: "sk_test_1" }
const make = (options: Partial<One2PaysClientOptions> = {}) =>
  createOne2PaysClient({
    baseUrl: gateway.url,
    timeoutMs: TIMEOUT_MS,
    clock,
    ...keys,
    ...options,
  })

/** Waits until so many requests have arrived. */
const received = (count: number) =>
  until(
    () => gateway.received.length,
    (length) => length >= count
  )

beforeEach(async () => {
  gateway = await startWireGateway()
  clock = new MovableClock()
  client = make()
})
afterEach(async () => {
  client.close()
  await gateway.close()
})

const signatureOf = (timestamp: string, body: Buffer) =>
  `sha256=${createHmac("sha256", keys.secretKey).update(`${timestamp}.`).update(body).digest("hex")}`

describe("a request", () => {
  it("is signed over the very bytes that arrive", async () => {
    gateway.replyWith(success({ ...PAYMENT, referenceId: "order_1" }))
    const metadata = { note: "ขอบคุณ ☕", half: "\ud83d" }
    const before = Date.now()
    await client.payments.create(aPayment({ referenceId: "order_1", metadata }))
    const { headers, body } = gateway.received[0]!
    const timestamp = String(headers["x-timestamp"])
    expect(timestamp).toMatch(/^\d{13}$/)
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
    expect(Number(timestamp)).toBeLessThanOrEqual(Date.now())
    expect(headers["x-signature"]).toBe(signatureOf(timestamp, body))
    expect(headers["x-api-key"]).toBe(keys.apiKey)
    expect(headers["content-type"]).toBe("application/json")
    expect(headers["content-length"]).toBe(String(body.length))
    expect(JSON.parse(body.toString())).toMatchObject({
      amount: "1000.00",
      currency: "THB",
      metadata: { note: "ขอบคุณ ☕" },
    })
  })

  it("without a body has no Content-Type and signs the timestamp and its dot", async () => {
    await client.payments.retrieve("1")
    await client.payments.cancel("1")
    await client.payments.list({ status: "succeeded" }).catch(() => {})
    expect(gateway.received.map(({ method, url }) => [method, url])).toEqual([
      ["GET", "/api/v1/payments/1"],
      ["POST", "/api/v1/payments/1/cancel"],
      ["GET", "/api/v1/payments?status=succeeded"],
    ])
    for (const { headers, body } of gateway.received) {
      expect(body).toHaveLength(0)
      expect(headers["content-type"]).toBeUndefined()
      const timestamp = String(headers["x-timestamp"])
      expect(headers["x-signature"]).toBe(
        signatureOf(timestamp, Buffer.alloc(0))
      )
    }
  })

  it("is stamped and signed anew for every try, with the same bytes", async () => {
    let time = 1_704_067_200_000
    const own = make({
      clock: {
        ...systemClock,
        now: () => time,
        sleep: async (ms) => {
          time += Math.ceil(ms)
        },
        random: () => 0.5,
      },
    })
    gateway.replyWith(
      refusal(429, "RATE_LIMIT_EXCEEDED", { retryAfter: 2 }),
      json(503, "busy", { "retry-after": "1" }),
      success(PAYMENT)
    )
    await own.payments.create(aPayment({ referenceId: "order_1" }))
    const stamps = gateway.received.map(({ headers }) => headers["x-timestamp"])
    expect(stamps).toEqual(["1704067200000", "1704067202100", "1704067203300"])
    const bodies = gateway.received.map(({ body }) => body.toString())
    expect(new Set(bodies).size).toBe(1)
    for (const { headers, body } of gateway.received) {
      const timestamp = String(headers["x-timestamp"])
      expect(headers["x-signature"]).toBe(signatureOf(timestamp, body))
    }
    own.close()
  })

  it("uses the connection of the one before", async () => {
    for (let n = 0; n < 5; n++) {
      await client.payments.retrieve("1")
    }
    const ports = gateway.received.map(({ socket }) => socket.remotePort)
    expect(new Set(ports).size).toBe(1)
  })
})

describe("an answer", () => {
  it.each([301, 302, 303, 307, 308])(
    "that redirects is an error and not followed: %i",
    async (status) => {
      const elsewhere = await startWireGateway()
      gateway.replyWith(
        json(status, {}, { location: `${elsewhere.url}/steal` })
      )
      await expect(client.withdraws.create(aWithdraw())).rejects.toMatchObject({
        code: "HTTP_ERROR",
        status,
        outcome: "unknown",
      })
      expect(elsewhere.received).toEqual([])
      await elsewhere.close()
    }
  )

  it("may be compressed", async () => {
    gateway.replyWith((response) => {
      response.writeHead(200, { "content-encoding": "gzip" })
      response.end(gzipSync(JSON.stringify({ success: true, data: PAYMENT })))
    })
    await expect(client.payments.retrieve("1")).resolves.toMatchObject({
      amount: "10.00",
    })
  })

  it("of a new shape is read as far as it is known", async () => {
    gateway.replyWith(
      success({
        id: "1",
        amount: 1000,
        status: "on_hold",
        newField: { a: 1 },
        metadata: "text",
        description: 7,
        nextAction: {
          type: "show_account",
          bankAccount: "x",
          qrCode: { payload: 5, image: "data:" },
        },
      })
    )
    await expect(client.payments.retrieve("1")).resolves.toEqual({
      id: "1",
      amount: "10.00",
      gatewayAmount: "1000",
      currency: "THB",
      status: "on_hold",
      paymentMethod: null,
      referenceId: null,
      description: null,
      metadata: null,
      nextAction: {
        type: "show_account",
        bankAccount: "x",
        qrCode: { payload: undefined, image: "data:" },
      },
      confirmedAt: null,
      capturedAt: null,
      canceledAt: null,
      expiresAt: null,
      createdAt: null,
      updatedAt: null,
    })
  })

  it("to a create without a reference gets the one that was sent", async () => {
    gateway.replyWith(success({ ...PAYMENT, referenceId: undefined }))
    const created = await client.payments.create(
      aPayment({ referenceId: "order_7" })
    )
    expect(created.referenceId).toBe("order_7")
  })

  it("to a create with another reference belongs to somebody else", async () => {
    gateway.replyWith(success(PAYMENT))
    await expect(
      client.payments.create(aPayment({ referenceId: "order_7" }))
    ).rejects.toMatchObject({ code: "MALFORMED_RESPONSE", outcome: "unknown" })
  })

  it.each([
    ["without an id", { ...PAYMENT, id: undefined }],
    ["without a status", { ...PAYMENT, status: undefined }],
    ["with an amount that is none", { ...PAYMENT, amount: "a lot" }],
    ["that is null", null],
    ["that is a list", []],
  ])("%s is malformed", async (_, data) => {
    gateway.replyWith(success(data))
    await expect(client.payments.retrieve("1")).rejects.toMatchObject({
      code: "MALFORMED_RESPONSE",
      status: 200,
    })
  })

  it("of more than 5 MB is not read to its end", async () => {
    gateway.replyWith((response) => {
      response.writeHead(200)
      response.end(Buffer.alloc(6 * 1024 * 1024, 32))
    })
    await expect(client.payments.retrieve("1")).rejects.toMatchObject({
      code: "MALFORMED_RESPONSE",
      outcome: "unknown",
      tries: 1,
    })
  })

  it("that grows to more than 5 MB when unpacked is not unpacked to its end", async () => {
    gateway.replyWith((response) => {
      response.writeHead(200, { "content-encoding": "gzip" })
      response.end(gzipSync(Buffer.alloc(50 * 1024 * 1024, 32)))
    })
    await expect(client.payments.retrieve("1")).rejects.toMatchObject({
      code: "MALFORMED_RESPONSE",
    })
  })

  it("that stops half way is tried again", async () => {
    gateway.replyWith((response, { socket }) => {
      response.writeHead(200, { "content-length": "1000" })
      response.write('{"success":true,', () => socket.destroy())
    }, success(PAYMENT))
    await expect(client.payments.retrieve("1")).resolves.toBeTruthy()
    expect(gateway.received).toHaveLength(2)
  })

  it("brings its request id into the error", async () => {
    gateway.replyWith(
      json(
        400,
        { success: false, error: { code: "INVALID_AMOUNT", message: "Bad" } },
        { "x-request-id": "req-1" }
      )
    )
    await expect(client.payments.retrieve("1")).rejects.toMatchObject({
      requestId: "req-1",
      gatewayCode: "INVALID_AMOUNT",
      message: "INVALID_AMOUNT: Bad (HTTP 400)",
    })
  })
})

describe("a deadline", () => {
  it("ends a silence", async () => {
    gateway.replyWith(silence)
    const deadline = clock.now() + TIMEOUT_MS
    const failure = failureOf(client.payments.create(aPayment(), { deadline }))
    await received(1)
    clock.advance(TIMEOUT_MS)
    expect(await failure).toMatchObject({ code: "TIMEOUT", outcome: "unknown" })
  })

  it("ends a trickle that never falls silent", async () => {
    let drops = 0
    const trickle: Reply = (response) => {
      response.writeHead(200)
      const timer = setInterval(() => {
        response.write(" ", () => {
          drops += 1
        })
      }, 5)
      response.on("close", () => clearInterval(timer))
    }
    const moreDrops = async () => {
      const before = drops
      await until(
        () => drops,
        (count) => count > before + 5
      )
    }
    gateway.replyWith(trickle)
    const failure = failureOf(
      client.payments.retrieve("1", {
        deadline: clock.now() + TIMEOUT_MS,
        maxTries: 1,
      })
    )
    await moreDrops()
    clock.advance(0.6 * TIMEOUT_MS)
    await moreDrops()
    clock.advance(0.6 * TIMEOUT_MS)
    expect(await failure).toMatchObject({ code: "TIMEOUT" })
  })

  it("that has passed sends nothing", async () => {
    await expect(
      client.payments.create(aPayment(), { deadline: clock.now() - 1 })
    ).rejects.toMatchObject({
      code: "TIMEOUT",
      outcome: "not_sent",
      tries: 0,
    })
    expect(gateway.received).toEqual([])
  })

  it("leaves the gateway's own error when there is no time for another try", async () => {
    gateway.replyWith(
      refusal(429, "RATE_LIMIT_EXCEEDED", {
        retryAfter: TIMEOUT_MS / 1000,
      })
    )
    const wait = jest.spyOn(clock, "sleep")
    await expect(client.payments.retrieve("1")).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
      retryAfterMs: TIMEOUT_MS,
      tries: 1,
    })
    expect(wait).not.toHaveBeenCalled()
  })
})

describe("an abort", () => {
  it("before the call sends nothing", async () => {
    const signal = AbortSignal.abort()
    await expect(
      client.payments.create(aPayment(), { signal })
    ).rejects.toMatchObject({ code: "ABORTED", outcome: "not_sent", tries: 0 })
    expect(gateway.received).toEqual([])
  })

  it("ends a request under way, whose outcome is unknown", async () => {
    gateway.replyWith(silence)
    const controller = new AbortController()
    const { signal } = controller
    const failure = failureOf(client.payments.create(aPayment(), { signal }))
    await received(1)
    controller.abort()
    expect(await failure).toMatchObject({
      code: "ABORTED",
      outcome: "unknown",
      tries: 1,
    })
  })

  it("ends a wait before a retry", async () => {
    gateway.replyWith(
      refusal(429, "RATE_LIMIT_EXCEEDED", {
        retryAfter: TIMEOUT_MS / 2000,
      })
    )
    const controller = new AbortController()
    const { signal } = controller
    const wait = jest.spyOn(clock, "sleep")
    const failure = failureOf(client.payments.create(aPayment(), { signal }))
    await until(
      () => wait.mock.calls.length,
      (waits) => waits === 1
    )
    controller.abort()
    expect(await failure).toMatchObject({
      code: "ABORTED",
      outcome: "not_sent",
      tries: 1,
    })
    expect(gateway.received).toHaveLength(1)
  })

  it("leaves no listener on a signal that lives on", async () => {
    const controller = new AbortController()
    const add = jest.spyOn(controller.signal, "addEventListener")
    const remove = jest.spyOn(controller.signal, "removeEventListener")
    await client.payments.retrieve("1", { signal: controller.signal })
    expect(add).toHaveBeenCalledTimes(1)
    expect(remove.mock.calls[0]?.slice(0, 2)).toEqual(
      add.mock.calls[0]?.slice(0, 2)
    )
  })
})

describe("a connection", () => {
  it("that nobody accepts was never used", async () => {
    const server = createNetServer()
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, "close")
    const own = make({ baseUrl: `http://127.0.0.1:${port}` })
    await expect(own.withdraws.create(aWithdraw())).rejects.toMatchObject({
      code: "NETWORK_ERROR",
      outcome: "not_sent",
      tries: 3,
    })
    own.close()
  })

  it("that breaks leaves a create unknown", async () => {
    gateway.replyWith(hangUp)
    const input = aWithdraw({ idempotencyKey: undefined })
    await expect(client.withdraws.create(input)).rejects.toMatchObject({
      code: "NETWORK_ERROR",
      outcome: "unknown",
      tries: 1,
    })
  })

  it("to a name that does not resolve was never made", async () => {
    const own = make({ baseUrl: "https://gateway.invalid" })
    await expect(
      own.payments.create(aPayment(), { maxTries: 1 })
    ).rejects.toMatchObject({ code: "DNS_ERROR", outcome: "not_sent" })
    own.close()
  })

  it("that is not TLS carries no request", async () => {
    const own = make({ baseUrl: gateway.url.replace("http:", "https:") })
    await expect(
      own.payments.create(aPayment(), { maxTries: 1 })
    ).rejects.toMatchObject({ code: "TLS_ERROR", outcome: "not_sent" })
    expect(gateway.received).toEqual([])
    own.close()
  })

  it("that breaks at its handshake carried no request", async () => {
    const rude = createNetServer((socket) => {
      socket.once("data", () => socket.destroy())
    })
    rude.listen(0, "127.0.0.1")
    await once(rude, "listening")
    const { port } = rude.address() as AddressInfo
    const own = make({ baseUrl: `https://127.0.0.1:${port}` })
    await expect(own.withdraws.create(aWithdraw())).rejects.toMatchObject({
      code: "NETWORK_ERROR",
      outcome: "not_sent",
      tries: 3,
    })
    own.close()
    rude.close()
  })

  it.each([
    ["a deadline", () => clock.advance(TIMEOUT_MS), "TIMEOUT"],
    ["an abort", (caller: AbortController) => caller.abort(), "ABORTED"],
  ])(
    "still at its handshake at %s carried no request",
    async (_, end, code) => {
      const mute = createNetServer((socket) => {
        socket.resume()
      })
      mute.listen(0, "127.0.0.1")
      await once(mute, "listening")
      const { port } = mute.address() as AddressInfo
      const own = make({ baseUrl: `https://127.0.0.1:${port}` })
      const caller = new AbortController()
      const { signal } = caller
      const failure = failureOf(own.withdraws.create(aWithdraw(), { signal }))
      const [socket] = (await once(mute, "connection")) as [Socket]
      await until(
        () => socket.bytesRead,
        (bytes) => bytes > 0
      )
      end(caller)
      expect(await failure).toMatchObject({
        code,
        outcome: "not_sent",
        tries: 1,
      })
      own.close()
      mute.close()
    }
  )

  it("is closed with the client", async () => {
    gateway.replyWith(silence)
    const pending = failureOf(client.payments.retrieve("1"))
    await received(1)
    client.close()
    expect(await pending).toMatchObject({ code: "ABORTED", outcome: "unknown" })
    await expect(client.payments.retrieve("1")).rejects.toMatchObject({
      code: "ABORTED",
      outcome: "not_sent",
      tries: 1,
    })
    expect(gateway.received).toHaveLength(1)
  })
})
