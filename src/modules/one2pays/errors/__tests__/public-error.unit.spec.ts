import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { gatewayErrorCodes, One2PaysError } from "../../../../gateway"
import {
  describeGatewayError,
  notedRetryAfter,
  notedText,
  PUBLIC_ERRORS,
  withErrorNotes,
} from "../../../../messages"
import { aPayment } from "../../payments/__tests__/payment"
import { QrError } from "../qr-error"
import {
  publicError,
  reachable,
  toPublicError,
  type Reader,
} from "../public-error"
import { SealError } from "../../shared/seal"

/** The results of a failure: the error for the reader, and the lines for the merchant. */
function translate(failure: unknown, reader?: Reader) {
  const log: string[] = []
  const write = (line: string) => log.push(line)
  const logger = { error: write, warn: write } as unknown as Logger
  const error = toPublicError(
    failure,
    logger,
    "the order has no payment",
    reader
  )
  return { error, log }
}

describe("toPublicError", () => {
  it.each(gatewayErrorCodes)(
    "says %s in the customer's words to Medusa and in the merchant's to the log",
    (code) => {
      const { error, log } = translate(new One2PaysError({ code }))
      const described = describeGatewayError({ code })
      expect(error).toBeInstanceOf(MedusaError)
      expect(error).toMatchObject({
        code: described.code,
        message: described.text.en,
      })
      expect(log).toEqual([
        expect.stringContaining(
          `[one2pays] the order has no payment: ${described.merchant.en} code=${code} `
        ),
      ])
    }
  )

  it("keeps the gateway's words and numbers from the customer", () => {
    const { error } = translate(
      new One2PaysError({
        code: "VALIDATION_ERROR",
        text: "customerBankCode 999 unknown to core banking",
        gatewayCode: "VALIDATION_ERROR",
        status: 400,
        field: "customerBankCode",
        referenceId: "order_1",
        requestId: "req_1",
        idempotencyKey: "833bc9fe",
      })
    )
    const told = JSON.stringify(error) + (error as Error).message
    expect(told).not.toMatch(
      /core banking|customerBankCode|VALIDATION|order_1|req_1|833bc9fe/
    )
    expect(error).toMatchObject({ code: "one2pays_bank_refused" })
    expect((error as Error).cause).toBeUndefined()
  })

  it("gives the merchant the fields that support will ask for", () => {
    const { log } = translate(
      new One2PaysError({
        code: "UNKNOWN_ERROR",
        gatewayCode: "BANK_OFFLINE",
        text: "the bank is offline",
        status: 502,
        referenceId: "order_1.2",
        idempotencyKey: "833bc9fe",
        requestId: "req_1",
        tries: 3,
      })
    )
    expect(log).toEqual([
      expect.stringMatching(
        / code=BANK_OFFLINE status=502 outcome=unknown tries=3 reference=order_1\.2 idempotency_key=833bc9fe request_id=req_1 message="UNKNOWN_ERROR: the bank is offline \(HTTP 502\)"$/
      ),
    ])
  })

  it("keeps every entry in the log on one line", () => {
    const { log } = translate(
      new One2PaysError({ code: "TIMEOUT", referenceId: "order\n1" })
    )
    expect(log[0]).not.toContain("\n")
  })

  it("says in the request how long the gateway asks to wait", () => {
    withErrorNotes(() => {
      translate(
        new One2PaysError({ code: "RATE_LIMIT_EXCEEDED", retryAfterMs: 7001 })
      )
      expect(notedRetryAfter()).toBe(8)
    })
  })

  it("tells the customer of a wrong QR that the shop cannot take the payment, and the merchant what does not fit", () => {
    const { error, log } = translate(
      new QrError(aPayment(), "The QR asks for THB 1000.00.")
    )
    expect(error).toMatchObject({
      code: "one2pays_misconfigured",
      message: PUBLIC_ERRORS.one2pays_misconfigured.text.en,
    })
    expect(log).toEqual([
      "[one2pays] order order_1: The QR asks for THB 1000.00. No customer saw the payment, and it is canceled.",
    ])
  })

  it.each(gatewayErrorCodes)(
    "tells staff of %s the merchant's text, under the same code",
    (code) => {
      const { error, log } = translate(new One2PaysError({ code }), "staff")
      const described = describeGatewayError({ code })
      expect(error).toMatchObject({
        code: described.code,
        message: described.merchant.en,
      })
      expect(log).toHaveLength(1)
    }
  )

  it("tells staff which option opens a bank account again, and the customer to pay otherwise", () => {
    expect(translate(new SealError(true), "staff").error).toMatchObject({
      code: "one2pays_misconfigured",
      message: expect.stringContaining("options.encryptionKey"),
    })
    expect(translate(new SealError(true)).error).toMatchObject({
      message: PUBLIC_ERRORS.one2pays_misconfigured.text.en,
    })
  })

  it.each([
    new Error("a bug"),
    new MedusaError(MedusaError.Types.NOT_FOUND, "no such session"),
    "text",
    undefined,
  ])(
    "lets an error that is not the gateway's through as it is (%#)",
    (failure) => {
      const { error, log } = translate(failure)
      expect(error).toBe(failure)
      expect(log).toEqual([])
    }
  )
})

it("the answer finds what an error says in the customer's language, and in that of staff", () => {
  withErrorNotes(() => {
    const { error } = translate(new One2PaysError({ code: "TIMEOUT" }))
    expect(notedText((error as Error).message)).toEqual(
      PUBLIC_ERRORS.one2pays_unavailable.text
    )
    const staff = translate(new One2PaysError({ code: "TIMEOUT" }), "staff")
    expect(notedText((staff.error as Error).message)).toEqual(
      describeGatewayError({ code: "TIMEOUT" }).merchant
    )
  })
})

describe("publicError", () => {
  it.each([
    ["one2pays_maintenance", "unexpected_state"],
    ["one2pays_busy", "unexpected_state"],
    ["one2pays_unavailable", "unexpected_state"],
    ["one2pays_misconfigured", "unexpected_state"],
    ["one2pays_payer_invalid", "not_allowed"],
    ["one2pays_currency_unsupported", "not_allowed"],
    ["one2pays_amount_invalid", "not_allowed"],
    ["one2pays_rejected", "not_allowed"],
  ] as const)(
    "gives %s the type %s, whose code and message Medusa passes on",
    (code, type) => {
      expect(publicError(code)).toMatchObject({
        type,
        code,
        message: PUBLIC_ERRORS[code].text.en,
      })
    }
  )
})

describe("work that may meet the gateway", () => {
  const logger = { error: jest.fn() } as unknown as Logger

  it("gives its result", async () => {
    await expect(
      reachable({ logger }, "it failed", () => Promise.resolve(7))
    ).resolves.toBe(7)
  })

  it.each<[string, () => Promise<never>]>([
    [
      "before it begins",
      () => {
        throw new SealError(true)
      },
    ],
    ["later", () => Promise.reject(new SealError(true))],
  ])("tells of a lost key, whether it fails %s", async (_, work) => {
    await expect(
      reachable({ logger }, "it failed", work)
    ).rejects.toMatchObject({ code: "one2pays_misconfigured" })
    await expect(
      reachable({ logger, reader: "staff" }, "it failed", work)
    ).rejects.toThrow(/does not open with the present keys/)
  })
})
