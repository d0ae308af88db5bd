import fs from "node:fs"
import path from "node:path"
import { BigNumber } from "bignumber.js"
import {
  createOne2PaysClient,
  fromGatewayAmount,
  parseWebhook,
  readQr,
  type GatewayPayment,
  type One2PaysClient,
} from "../../src/gateway"
import type { RecordedExchange } from "../../src/doctor/redact"
import type { Recording } from "../../src/doctor/transcript"
import { aPayment, failureOf } from "./create-payment"
import { json, startWireGateway, type WireGateway } from "./wire-gateway"

const DIRECTORY = path.resolve(__dirname, "../../docs/contract/recordings")
const FILES = fs.readdirSync(DIRECTORY).filter((file) => /\.json$/.test(file))

const read = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(DIRECTORY, file), "utf8")) as Recording

let gateway: WireGateway
beforeEach(async () => {
  gateway = await startWireGateway()
})
afterEach(() => gateway.close())

/** The client's call for a recorded question; null for one that the client never asks. */
function callFor(
  { name, query, body, path }: RecordedExchange,
  client: One2PaysClient,
  unit: "satang" | "baht"
): (() => Promise<unknown>) | null {
  const sent = (body ?? {}) as { amount?: string; referenceId?: string }
  switch (name) {
    case "balance.retrieve":
      return () => client.balance.retrieve()
    case "payments.create":
      return Number(sent.amount) === 0
        ? null
        : () =>
            client.payments.create(
              aPayment({
                amount: fromGatewayAmount(sent.amount!, unit),
                referenceId: sent.referenceId,
                idempotencyKey: undefined,
              })
            )
    case "payments.retrieve":
      return () => client.payments.retrieve("id")
    case "payments.cancel":
      return () => client.payments.cancel("id")
    case "payments.list":
    case "withdraws.list": {
      const limit = Number(query?.limit)
      const of = name === "payments.list" ? client.payments : client.withdraws
      // The client itself asks for no such page.
      return limit > 100 || limit < 1 ? null : () => of.list({ limit })
    }
    case "payments.by-reference":
      return () =>
        client.payments.retrieveByReference(
          decodeURIComponent(path.split("/").at(-1)!)
        )
    case "withdraws.by-reference":
      return () =>
        client.withdraws.retrieveByReference(
          decodeURIComponent(path.split("/").at(-1)!)
        )
    default:
      return null
  }
}

/** Lets the client meet each recorded answer. */
async function replay(recording: Recording): Promise<unknown[]> {
  const unit = recording.amountUnit ?? "satang"
  const client = createOne2PaysClient({
    ...{ baseUrl: gateway.url, apiKey: "pk_test_1", secretKey: "sk_test_1" },
    ...{ amountUnit: unit, maxTries: 1 },
  })
  const results: unknown[] = []
  try {
    for (const exchange of recording.exchanges) {
      const call = callFor(exchange, client, unit)
      if (!call || exchange.status === undefined) {
        continue
      }
      const { status, answer, headers = {} } = exchange
      gateway.replyWith(json(status, answer, headers))
      if (status < 300) {
        const result = await call()
        results.push(result)
        judge(exchange, result, unit)
      } else {
        expect(await failureOf(call())).toMatchObject({
          name: "One2PaysError",
          status,
          outcome: status < 500 && status !== 409 ? "refused" : "unknown",
        })
      }
    }
  } finally {
    client.close()
  }
  return results
}

/** The doctor's own payment has the amount that was asked for, and its QR asks for that. */
function judge(
  { name, body }: RecordedExchange,
  result: unknown,
  unit: "satang" | "baht"
): void {
  if (name !== "payments.create") {
    return
  }
  const payment = result as GatewayPayment
  const asked = fromGatewayAmount((body as { amount: string }).amount, unit)
  const more = new BigNumber(payment.amount).minus(asked)
  expect(more.gte(0) && more.lt(1)).toBe(true)
  const qr = payment.nextAction?.qrCode?.payload
  if (qr !== undefined) {
    expect(readQr(qr)).toMatchObject({
      amount: new BigNumber(payment.amount).toFixed(2),
      isIntact: true,
    })
  }
}

describe("the client reads a recording of the gateway", () => {
  it.each(FILES)("%s", async (file) => {
    const recording = read(file)
    expect(recording.format).toBe("one2pays-contract/1")
    expect((await replay(recording)).length).toBeGreaterThan(3)
    for (const { body } of recording.webhooks) {
      const event = parseWebhook(body)
      expect(event).toMatchObject({ objectId: expect.any(String) })
      expect(["payment", "withdraw"]).toContain(event?.family)
    }
  })

  it("and would not read one without what it needs", async () => {
    const recording = read(FILES[0]!)
    const created = recording.exchanges.find(
      ({ name, status }) => name === "payments.retrieve" && status === 200
    )!
    const { data } = created.answer as { data: Record<string, unknown> }
    delete data.id
    await expect(replay(recording)).rejects.toMatchObject({
      code: "MALFORMED_RESPONSE",
    })
  })
})

it("every reading of the sandbox has a recording, marked as such", () => {
  const sources = FILES.map((file) => [file, read(file).source])
  expect(sources.length).toBeGreaterThan(20)
  for (const [file, source] of sources) {
    if (file!.startsWith("sandbox-")) {
      expect(source).toBe(`sandbox: ${file!.slice(8, -5)}`)
    }
  }
})
