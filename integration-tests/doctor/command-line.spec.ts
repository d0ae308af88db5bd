import { once } from "node:events"
import fs from "node:fs"
import { createServer as createProxy, request } from "node:http"
import { createServer as createSecureServer, type Server } from "node:https"
import type { AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import { startSandbox } from "../../src/sandbox"
import { json, refusal, startWireGateway } from "../gateway/wire-gateway"
import { exitCode, startNode, untilPrinted } from "../package/command"
import { until } from "../setup/until"
import { selfSigned } from "./certificate"

const ROOT = path.resolve(__dirname, "../..")
const KEYS = {
  ONE2PAYS_API_KEY: "pk_test_a1b2c3d4e5",
  ONE2PAYS_SECRET_KEY: "sk_test_f6a7b8c9d0",
}

let directory: string

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "one2pays-doctor-"))
})
afterEach(() => fs.rmSync(directory, { recursive: true }))

/** The doctor as a person starts it, with the variables of a shell. */
const doctor = (env: Record<string, string>, ...args: string[]) =>
  startNode([path.join(ROOT, "bin/one2pays.js"), "doctor", ...args], {
    cwd: directory,
    env: { ...KEYS, ...env },
  })

async function printedBy(env: Record<string, string>): Promise<string> {
  const command = doctor(env)
  await exitCode(command)
  return command.output()
}

const portOf = (server: Server | ReturnType<typeof createProxy>) =>
  (server.address() as AddressInfo).port

describe("a server whose authority is trusted", () => {
  it.each([
    ["is expired", selfSigned("localhost", ["20", "21"]), /is not valid today/],
    [
      "is of another name",
      selfSigned("other.example"),
      /belongs to another server/,
    ],
  ])("with a certificate that %s is named", async (_, pair, words) => {
    const server = createSecureServer(pair).listen(0)
    await once(server, "listening")
    const file = path.join(directory, "authority.pem")
    fs.writeFileSync(file, pair.cert)
    try {
      expect(
        await printedBy({
          NODE_EXTRA_CA_CERTS: file,
          ONE2PAYS_BASE_URL: `https://localhost:${portOf(server)}`,
        })
      ).toMatch(words)
    } finally {
      server.close()
    }
  })
})

it("a proxy in between is used and named", async () => {
  const sandbox = await startSandbox({})
  const proxy = createProxy((incoming, outgoing) => {
    const { method, headers } = incoming
    const onward = request(incoming.url!, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, {
        ...answer.headers,
        via: "1.1 x",
      })
      answer.pipe(outgoing)
    })
    incoming.pipe(onward)
  }).listen(0)
  await once(proxy, "listening")
  try {
    const printed = await printedBy({
      HTTP_PROXY: `http://localhost:${portOf(proxy)}`,
      ONE2PAYS_BASE_URL: sandbox.url,
      ONE2PAYS_API_KEY: sandbox.apiKey,
      ONE2PAYS_SECRET_KEY: sandbox.secretKey,
    })
    expect(printed).toMatch(/HTTP_PROXY/)
    expect(printed).toMatch(/via/)
    expect(printed).toMatch(/✓ .*keys/i)
  } finally {
    proxy.closeAllConnections()
    proxy.close()
    await sandbox.close()
  }
})

it("Ctrl+C ends the check, and what it has created is canceled first", async () => {
  const gateway = await startWireGateway()
  const open = { id: "pay_1", amount: "1.00", status: "requires_action" }
  let answer = () => {}
  const isInterrupted = new Promise<void>((resolve) => {
    answer = resolve
  })
  const created = () =>
    gateway.received.filter(
      ({ method, url }) => method === "POST" && url === "/api/v1/payments"
    ).length
  gateway.replyWith(async (response, received) => {
    const { method, url, headers } = received
    if (!headers["x-api-key"]) {
      return refusal(401, "UNAUTHORIZED")(response, received)
    }
    if (url.endsWith("/cancel")) {
      const data = { ...open, status: "canceled" }
      return json(200, { success: true, data })(response, received)
    }
    if (method === "POST") {
      await isInterrupted
    }
    const data = url.endsWith("/balance")
      ? { walletBalance: 1, settlementBalance: 1 }
      : open
    return json(200, { success: true, data })(response, received)
  })
  const command = doctor({ ONE2PAYS_BASE_URL: gateway.url }, "--create")
  try {
    await until(created, (count) => count > 0)
    command.interrupt()
    await untilPrinted(command, /Stopping/)
    answer()
    expect(await exitCode(command)).toBe(1)
    expect(gateway.received.map(({ url }) => url)).toContain(
      "/api/v1/payments/pay_1/cancel"
    )
    expect(command.output()).toMatch(/was interrupted/)
    expect(created()).toBe(1)
  } finally {
    await command.stop()
    await gateway.close()
  }
})
