import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { type AddressInfo, connect } from "node:net"

import { createOne2PaysClient } from "../../src/gateway"
import { PAYMENT, startWireGateway, type WireGateway } from "./wire-gateway"

const VARIABLES = [
  "http_proxy",
  "HTTP_PROXY",
  "https_proxy",
  "HTTPS_PROXY",
  "all_proxy",
  "ALL_PROXY",
  "no_proxy",
  "NO_PROXY",
]

let gateway: WireGateway
let proxy: Server
let proxyUrl: string
/** The proxy's requests: a whole URL each, or the host of a tunnel. */
let asked: string[]
const before = { ...process.env }

beforeEach(async () => {
  VARIABLES.forEach((name) => delete process.env[name])
  gateway = await startWireGateway()
  asked = []
  proxy = createServer((request, response) => {
    asked.push(request.url ?? "")
    response.writeHead(200, { "content-type": "application/json" })
    response.end(JSON.stringify({ success: true, data: PAYMENT }))
  })
  proxy.on("connect", (request, client) => {
    asked.push(`CONNECT ${request.url}`)
    const upstream = connect(gateway.port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n")
      upstream.pipe(client).pipe(upstream)
    })
    upstream.on("error", () => client.destroy())
    client.on("error", () => upstream.destroy())
  })
  proxy.listen(0, "127.0.0.1")
  await once(proxy, "listening")
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
})

afterEach(async () => {
  VARIABLES.forEach((name) => delete process.env[name])
  Object.assign(process.env, before)
  proxy.closeAllConnections()
  proxy.close()
  await gateway.close()
})

async function retrieve(baseUrl: string): Promise<unknown> {
  const client = createOne2PaysClient({
    baseUrl,
    apiKey: "pk_test_1",
    secretKey: "sk_test_1",
    timeoutMs: 600_000,
    maxTries: 1,
  })
  return client.payments.retrieve("1").finally(() => client.close())
}

describe("a proxy of the environment", () => {
  it.each(["HTTP_PROXY", "http_proxy", "ALL_PROXY"])(
    "carries plain requests: %s",
    async (name) => {
      process.env[name] = proxyUrl
      await expect(retrieve(gateway.url)).resolves.toMatchObject({
        id: PAYMENT.id,
      })
      expect(asked).toEqual([`${gateway.url}/api/v1/payments/1`])
      expect(gateway.received).toEqual([])
    }
  )

  it("tunnels TLS, of which it sees the host only", async () => {
    process.env.HTTPS_PROXY = proxyUrl
    // The gateway here speaks no TLS, so the tunnel is where this ends.
    await expect(retrieve("https://gateway.example")).rejects.toMatchObject({
      code: expect.stringMatching(/^(TLS|NETWORK)_ERROR$/),
    })
    expect(asked).toEqual(["CONNECT gateway.example:443"])
  })

  it("is left aside for a host of NO_PROXY", async () => {
    process.env.HTTP_PROXY = proxyUrl
    process.env.NO_PROXY = "127.0.0.1"
    await retrieve(gateway.url)
    expect(asked).toEqual([])
    expect(gateway.received).toHaveLength(1)
  })

  it("is not needed", async () => {
    await retrieve(gateway.url)
    expect(gateway.received).toHaveLength(1)
  })
})
