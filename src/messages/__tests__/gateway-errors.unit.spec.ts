import { gatewayErrorCodes, type GatewayErrorCode } from "../../gateway"
import {
  describeGatewayError,
  failureCode,
  merchantText,
} from "../gateway-errors"
import { PUBLIC_ERRORS, type PublicErrorCode } from "../texts/public-errors"

/** The customer's code for each code that comes alone: without a status, a field or a time to wait. */
const EXPECTED: Record<GatewayErrorCode, PublicErrorCode> = {
  INVALID_CREDENTIALS: "one2pays_misconfigured",
  UNAUTHORIZED: "one2pays_misconfigured",
  FORBIDDEN: "one2pays_misconfigured",
  AUTHENTICATION_ERROR: "one2pays_misconfigured",
  VALIDATION_ERROR: "one2pays_rejected",
  INVALID_AMOUNT: "one2pays_amount_invalid",
  AMOUNT_BELOW_MIN: "one2pays_amount_below_min",
  AMOUNT_ABOVE_MAX: "one2pays_amount_above_max",
  INVALID_CURRENCY: "one2pays_currency_unsupported",
  INVALID_REFERENCE_ID: "one2pays_rejected",
  INVALID_BANK_CODE: "one2pays_bank_refused",
  MISSING_REQUIRED_FIELD: "one2pays_payer_invalid",
  RESOURCE_NOT_FOUND: "one2pays_rejected",
  DUPLICATE_REFERENCE_ID: "one2pays_rejected",
  INSUFFICIENT_BALANCE: "one2pays_rejected",
  PAYMENT_NOT_CANCELLABLE: "one2pays_rejected",
  PAYMENT_NOT_CAPTURABLE: "one2pays_rejected",
  PAYMENT_NOT_REFUNDABLE: "one2pays_rejected",
  RATE_LIMIT_EXCEEDED: "one2pays_busy",
  INTERNAL_ERROR: "one2pays_unavailable",
  SERVICE_UNAVAILABLE: "one2pays_unavailable",
  MAINTENANCE_MODE: "one2pays_maintenance",
  TIMEOUT: "one2pays_unavailable",
  GATEWAY_SILENT: "one2pays_unavailable",
  NETWORK_ERROR: "one2pays_unavailable",
  TLS_ERROR: "one2pays_unavailable",
  DNS_ERROR: "one2pays_unavailable",
  ABORTED: "one2pays_unavailable",
  MALFORMED_RESPONSE: "one2pays_unavailable",
  LOOKUP_INCONCLUSIVE: "one2pays_unavailable",
  HTTP_ERROR: "one2pays_unavailable",
  UNKNOWN_ERROR: "one2pays_unavailable",
}

const STATUS: Record<PublicErrorCode, number> = {
  one2pays_maintenance: 503,
  one2pays_busy: 503,
  one2pays_unavailable: 503,
  one2pays_payer_invalid: 400,
  one2pays_payer_not_yours: 403,
  one2pays_bank_refused: 400,
  one2pays_name_mismatch: 400,
  one2pays_amount_below_min: 400,
  one2pays_amount_above_max: 400,
  one2pays_currency_unsupported: 400,
  one2pays_amount_changed: 409,
  one2pays_amount_invalid: 400,
  one2pays_method_unavailable: 409,
  one2pays_rejected: 400,
  one2pays_misconfigured: 500,
  one2pays_already_paid: 409,
  one2pays_payment_open: 409,
  one2pays_link_paid: 409,
  one2pays_order_canceled: 409,
}

describe("describeGatewayError", () => {
  it.each(gatewayErrorCodes)(
    "gives %s its status, its code and a sentence in both languages",
    (code) => {
      const described = describeGatewayError({ code })
      expect(described.code).toBe(EXPECTED[code])
      expect(described.status).toBe(STATUS[EXPECTED[code]])
      expect(described.text.en).toMatch(/^[A-Z].+\.$/)
      expect(described.text.th).toMatch(/\p{Script=Thai}/u)
    }
  )

  it.each(gatewayErrorCodes)(
    "tells the merchant of %s something that the customer does not read",
    (code) => {
      const { merchant, text } = describeGatewayError({ code })
      expect(merchant.en).toMatch(/One2Pays|options\.|payment/)
      expect(Object.values(text)).not.toContain(merchant.en)
    }
  )

  it.each(gatewayErrorCodes)(
    "keeps the gateway's words for %s from the customer, whatever came with it",
    (code) => {
      const { text } = describeGatewayError({
        code,
        status: 418,
        field: "customerBankCode",
        retryAfterMs: 1234,
      })
      for (const sentence of Object.values(text)) {
        expect(sentence).not.toMatch(
          /customerBankCode|418|1234|[A-Z]+_[A-Z]+|One2Pays/
        )
      }
    }
  )

  it.each([
    ["VALIDATION_ERROR", undefined, "one2pays_rejected"],
    ["VALIDATION_ERROR", "customerBankAccountName", "one2pays_payer_invalid"],
    ["VALIDATION_ERROR", "customerBankAccountNumber", "one2pays_payer_invalid"],
    ["VALIDATION_ERROR", "customerBankCode", "one2pays_bank_refused"],
    ["VALIDATION_ERROR", "description", "one2pays_rejected"],
    ["MISSING_REQUIRED_FIELD", undefined, "one2pays_payer_invalid"],
    [
      "MISSING_REQUIRED_FIELD",
      "customerBankAccountNumber",
      "one2pays_payer_invalid",
    ],
    ["MISSING_REQUIRED_FIELD", "referenceId", "one2pays_rejected"],
    ["MISSING_REQUIRED_FIELD", "toString", "one2pays_rejected"],
  ] as const)(
    "asks the customer to check the payer only when that can help: %s on %s is %s",
    (code, field, expected) => {
      expect(describeGatewayError({ code, field }).code).toBe(expected)
    }
  )

  it("names the refused field to the merchant", () => {
    expect(
      describeGatewayError({ code: "VALIDATION_ERROR", field: "description" })
        .merchant
    ).toEqual({
      en: "One2Pays found a request parameter invalid. (field description)",
      th: "One2Pays แจ้งว่าข้อมูลในคำขอไม่ถูกต้อง (ฟิลด์ description)",
    })
  })

  describe.each(["HTTP_ERROR", "UNKNOWN_ERROR"] as const)(
    "with %s, where only the HTTP status speaks",
    (code) => {
      it.each([
        [undefined, "one2pays_unavailable"],
        [204, "one2pays_unavailable"],
        [302, "one2pays_unavailable"],
        [400, "one2pays_rejected"],
        [401, "one2pays_misconfigured"],
        [403, "one2pays_misconfigured"],
        [404, "one2pays_rejected"],
        [408, "one2pays_unavailable"],
        [409, "one2pays_rejected"],
        [429, "one2pays_busy"],
        [499, "one2pays_rejected"],
        [500, "one2pays_unavailable"],
        [504, "one2pays_unavailable"],
      ] as const)("answers %s as %s", (status, expected) => {
        expect(describeGatewayError({ code, status }).code).toBe(expected)
      })
    }
  )

  it.each([
    ["ACCOUNT_NAME_MISMATCH", 422, "one2pays_name_mismatch"],
    ["NAME_NOT_MATCHED", 400, "one2pays_name_mismatch"],
    ["BANK_NOT_SUPPORTED", 422, "one2pays_bank_refused"],
    ["UNSUPPORTED_BANK", 400, "one2pays_bank_refused"],
    ["BANK_NOT_SUPPORTED", 500, "one2pays_unavailable"],
    ["SOMETHING_ELSE", 400, "one2pays_rejected"],
  ] as const)(
    "takes %s with %i for what it says",
    (gatewayCode, status, code) => {
      expect(
        describeGatewayError({ code: "UNKNOWN_ERROR", gatewayCode, status })
          .code
      ).toBe(code)
    }
  )

  it("names the bound to the customer and to the merchant", () => {
    const { text, merchant } = describeGatewayError({
      code: "AMOUNT_ABOVE_MAX",
      bound: "1100000.00",
    })
    expect(text.en).toContain("THB 1,100,000.00.")
    expect(text.th).toContain("1,100,000.00 บาท")
    expect(merchant.en).toMatch(/^The amount is above .* \(THB 1100000\.00\)$/)
  })

  it("does not let a status outvote a code that is documented", () => {
    expect(
      describeGatewayError({ code: "MAINTENANCE_MODE", status: 401 }).code
    ).toBe("one2pays_maintenance")
  })

  it.each(gatewayErrorCodes)(
    "calls %s retryable exactly when it says when to try again",
    (code) => {
      const { retryable, retryAfter, status } = describeGatewayError({ code })
      expect(retryable).toBe(status === 503)
      expect(retryAfter !== undefined && retryAfter > 0).toBe(retryable)
    }
  )

  it.each([
    [0, 1],
    [1, 1],
    [999, 1],
    [1000, 1],
    [1001, 2],
    [59_999.5, 60],
    [3_600_000, 3600],
    [3_600_001, 3600],
    [Number.MAX_VALUE, 3600],
    [-5, 1],
  ])(
    "rounds the gateway's wait of %d ms up to %d whole seconds, never to none and never above an hour",
    (retryAfterMs, seconds) => {
      expect(
        describeGatewayError({ code: "RATE_LIMIT_EXCEEDED", retryAfterMs })
          .retryAfter
      ).toBe(seconds)
    }
  )

  it.each([undefined, NaN, Infinity, -Infinity])(
    "falls back to our own wait when the gateway's is %p",
    (retryAfterMs) => {
      expect(
        describeGatewayError({ code: "MAINTENANCE_MODE", retryAfterMs })
          .retryAfter
      ).toBe(PUBLIC_ERRORS.one2pays_maintenance.retryAfter)
    }
  )

  it("knows the failures that nobody has to mend", () => {
    const passing = gatewayErrorCodes.filter(
      (code) => !describeGatewayError({ code }).lasting
    )
    expect(passing).toEqual([
      "AMOUNT_BELOW_MIN",
      "AMOUNT_ABOVE_MAX",
      "INVALID_BANK_CODE",
      "MISSING_REQUIRED_FIELD",
      "RATE_LIMIT_EXCEEDED",
      "INTERNAL_ERROR",
      "SERVICE_UNAVAILABLE",
      "MAINTENANCE_MODE",
      "TIMEOUT",
      "GATEWAY_SILENT",
      "NETWORK_ERROR",
      "DNS_ERROR",
      "ABORTED",
      "LOOKUP_INCONCLUSIVE",
      "HTTP_ERROR",
      "UNKNOWN_ERROR",
    ])
  })

  it("does not blame One2Pays, or another program, for a call that our own rate budget held back", () => {
    const failure = {
      code: "RATE_LIMIT_EXCEEDED",
      outcome: "not_sent",
      retryAfterMs: 2000,
    } as const
    const { merchant, ...described } = describeGatewayError(failure)
    expect(merchant.en).toMatch(/^This shop holds back/)
    expect(merchant).toBe(merchantText(failureCode(failure)))
    expect(described).toMatchObject({ code: "one2pays_busy", retryAfter: 2 })

    const answered = { ...failure, outcome: "refused" } as const
    expect(describeGatewayError(answered).merchant.en).toMatch(
      /^One2Pays answered 429/
    )
    expect(failureCode(answered)).toBe("RATE_LIMIT_EXCEEDED")
  })

  it("has a row for every code of the vendor's error page", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...gatewayErrorCodes].sort())
  })

  it("promises no later success for a refusal, even when the gateway names a wait", () => {
    expect(
      describeGatewayError({ code: "INVALID_AMOUNT", retryAfterMs: 5000 })
    ).toMatchObject({ retryable: false, retryAfter: undefined })
  })
})
