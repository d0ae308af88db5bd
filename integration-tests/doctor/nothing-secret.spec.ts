import { inOrder } from "../../src/doctor/finding"
import { printFindings } from "../../src/doctor/print"
import {
  makeRecording,
  makeTranscript,
  type Seen,
} from "../../src/doctor/transcript"
import { judgeDeliveries } from "../../src/doctor/webhooks/judge-deliveries"
import { runDoctor, type Settings } from "../../src/doctor"
import { READING_NAMES } from "../../src/sandbox/readings"
import { json, startWireGateway, type Reply } from "../gateway/wire-gateway"
import { PAYER, seeReadings } from "./check-sandbox"

/** Everything that the doctor writes or prints. */
const written = (seen: Seen): string =>
  [
    JSON.stringify(makeTranscript(seen)),
    JSON.stringify(makeRecording(seen)),
    printFindings(seen.findings, "en"),
    printFindings(seen.findings, "th"),
  ].join("\n")

/** What a check knows to be secret or personal. */
const secretsOf = ({ settings, payer }: Seen): string[] => [
  ...[settings.apiKey, settings.secretKey, ...settings.webhookSecrets],
  ...[payer!.account_name, payer!.account_number],
  ...["Somchai", "Jaidee", "สมชาย", "1234567890"], // of the sandbox's own records
]

const found = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => text.includes(secret))

describe("nothing secret is written", () => {
  it.each(READING_NAMES)("of the reading %s", async (name) => {
    const seen = await seeReadings([name])
    const text = written(seen)
    expect(found(text, secretsOf(seen))).toEqual([])
    // Signatures, pay pages' tokens, the QR's receiver.
    const signatures = seen.deliveries!.map(
      ({ headers }) => headers["x-webhook-signature"]!.split("=")[1]!
    )
    expect(signatures.length).toBeGreaterThan(3)
    expect(found(text, [...signatures, "/pay/", "A000000677010111"])).toEqual(
      []
    )
  })

  it("of a gateway that puts secrets everywhere", async () => {
    const settings: Settings = {
      baseUrl: "",
      apiKey: "pk_test_PLANTED_key1",
      secretKey: "sk_test_PLANTED_key2",
      webhookSecrets: ["PLANTED-webhook-secret"],
      amountUnit: "satang",
    }
    const planted = [
      ...[settings.apiKey, settings.secretKey, ...settings.webhookSecrets],
      ...[
        "PLANTED",
        "8887776665",
        "นางสาวอนงค์",
        "Anong Planted",
        "4111111111111111",
      ],
      encodeURIComponent("นางสาวอนงค์"),
    ]
    const odd = {
      note: "8887776665",
      [settings.secretKey]: "key as a name",
      นางสาวอนงค์: true,
      PLANTED_8887776665: 1,
      card: 4111111111111111,
      deep: [{ owner: { fullName: "Anong Planted" }, list: ["PLANTED"] }],
      currency: settings.apiKey,
      type: "Anong Planted",
      createdAt: "2024-01-01T00:00:00Z for Anong Planted",
      signature: "sha256=PLANTED",
    }
    const payment = {
      id: "8887776665",
      amount: "100.00",
      status: "Anong Planted",
      referenceId: "Anong Planted 8887776665",
      description: "PLANTED",
      metadata: { customer: "Anong Planted", amount: "8887776665" },
      nextAction: {
        paymentAppUrl: "https://pay.example/PLANTED",
        qrCode: { payload: "00020129PLANTED", promptpayId: "8887776665" },
        ...odd,
      },
      ...odd,
    }
    const headers = {
      "x-ratelimit-limit": "100; PLANTED",
      "set-cookie": "session=PLANTED",
      via: "1.1 PLANTED",
      date: "PLANTED",
      "x-api-key": settings.apiKey,
      "content-type": "application/json; owner=PLANTED",
    }
    const refuse = json(
      401,
      {
        success: false,
        error: {
          code: "PLANTED 8887776665",
          message: "Key sk_test_PLANTED_key2 of Anong Planted",
          metadata: { ...odd, min: "Anong Planted", field: "8887776665" },
        },
      },
      headers
    )
    const isCreate = (method: string, url: string) =>
      method === "POST" && url.endsWith("/payments")
    const answer: Reply = (response, received) => {
      const { method, url } = received
      const data =
        isCreate(method, url) || /payments\/[^?]/.test(url)
          ? payment
          : url.includes("/balance")
            ? {
                walletBalance: 8887776665,
                settlementBalance: "8887776665.5",
                ...odd,
              }
            : { data: [payment, { ...payment, id: "PLANTED" }], ...odd }
      return received.headers["x-api-key"]
        ? json(
            200,
            { success: true, data, ...odd },
            headers
          )(response, received)
        : refuse(response, received)
    }
    const server = await startWireGateway()
    server.replyWith(answer)
    try {
      const used = { ...settings, baseUrl: server.url }
      const { findings, exchanges } = await runDoctor({
        ...{ settings: used, create: { payer: PAYER } },
      })
      const rawBody = Buffer.from(
        JSON.stringify({ event: "PLANTED", ...payment })
      )
      const deliveries = [
        {
          at: 1,
          headers: {
            "x-webhook-signature": "sha256=PLANTED",
            "x-PLANTED-8887776665": "PLANTED",
            authorization: "Bearer PLANTED",
          },
          rawBody,
        },
      ]
      expect(exchanges.length).toBeGreaterThan(8)
      const seen: Seen = {
        ...{ settings: used, payer: PAYER, exchanges, deliveries },
        findings: inOrder([...findings, ...judgeDeliveries(deliveries, used)]),
      }
      const text = written(seen)
      expect(found(text, [...planted, PAYER.account_number])).toEqual([])
    } finally {
      await server.close()
    }
  })
})
