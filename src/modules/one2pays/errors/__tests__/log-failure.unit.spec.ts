import { MedusaError } from "@medusajs/framework/utils"
import { gatewayErrorCodes, One2PaysError } from "../../../../gateway"
import { describeGatewayError, staffMessage } from "../../../../messages"
import { logFailure } from "../log-failure"
import { staffError } from "../staff-error"

/** The lines that the log gets for a failure, with their levels. */
function linesOf(failure: unknown): [level: string, line: string][] {
  const lines: [string, string][] = []
  logFailure(
    {
      debug: (line) => lines.push(["debug", line]),
      error: (line) => lines.push(["error", String(line)]),
      warn: (line) => lines.push(["warn", line]),
    },
    "payment order_1 could not be read",
    failure
  )
  return lines
}

const full = {
  status: 503,
  referenceId: "order_1",
  idempotencyKey: "833bc9fe-0000-5000-8000-000000000000",
  requestId: "req_1",
  tries: 3,
}

describe("logFailure", () => {
  it.each(gatewayErrorCodes)(
    "writes %s as one line with the fields that support asks for, at the level of the one who has to act",
    (code) => {
      const failure = new One2PaysError({ code, ...full })
      const { merchant, lasting } = describeGatewayError(failure)
      expect(linesOf(failure)).toEqual([
        [
          lasting ? "error" : "warn",
          expect.stringContaining(
            `[one2pays] payment order_1 could not be read: ${merchant.en} ` +
              `code=${code} status=503 outcome=${failure.outcome} tries=3 reference=order_1 ` +
              `idempotency_key=${full.idempotencyKey} request_id=req_1 message="${code}: `
          ),
        ],
      ])
    }
  )

  it("recognizes a gateway failure that a workflow has carried as a plain object", () => {
    const failure = new One2PaysError({ code: "TIMEOUT", ...full })
    const carried = JSON.parse(
      JSON.stringify({ ...failure.toJSON(), stack: "at somewhere" })
    )
    expect(carried).not.toBeInstanceOf(Error)
    expect(linesOf(carried)).toEqual(linesOf(failure))
  })

  it("names the gateway's own code where this client does not know it", () => {
    const [[, line]] = linesOf(
      new One2PaysError({ code: "UNKNOWN_ERROR", gatewayCode: "BANK_OFFLINE" })
    ) as [[string, string]]
    expect(line).toContain(" code=BANK_OFFLINE outcome=unknown tries=0 ")
  })

  it.each([
    new One2PaysError({ code: "TIMEOUT", referenceId: "a\r\nb c=\u2028d" }),
    new One2PaysError({ code: "TIMEOUT", text: "a\nb\u0085c" }),
    new Error("connect\n    at db"),
    "text\nof two lines",
  ])("keeps every failure on one line (%#)", (failure) => {
    for (const [, line] of linesOf(failure)) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    }
  })

  it.each([
    [new Error("the database is down"), "error", '"the database is down"'],
    [new MedusaError("conflict", "at work"), "warn", '"at work"'],
    [{ type: "conflict", message: "at work" }, "warn", '"at work"'],
    [
      staffError(staffMessage("payment_in_progress", { id: "o2ppay_1" })),
      "debug",
      '"Payment o2ppay_1 is being worked on right now. Try again in a moment."',
    ],
    [
      { code: "one2pays_in_progress", message: "at work" },
      "debug",
      '"at work"',
    ],
    [{ name: "One2PaysError", code: "toString" }, "error", '"[object Object]"'],
    [undefined, "error", "undefined"],
  ])(
    "writes a failure that is not the gateway's, too (%#)",
    (failure, level, text) => {
      expect(linesOf(failure)).toEqual([
        [level, `[one2pays] payment order_1 could not be read: error=${text}`],
      ])
    }
  )
})
