import type { Exchange } from "../exchange"
import { amountOf, markOf } from "../finding"
import { judgeShape } from "../judge-shape"
import { boundsOf, readUnit } from "../probes/amounts"
import { judgeBalance, judgeKeys } from "../probes/balance"
import { judgeClock, secondsAhead } from "../probes/clock"
import { judgeBounds, judgeExpiry, judgeRefusal } from "../probes/judge-create"
import { isCanceled } from "../probes/desk"

import {
  judgeChanged,
  judgeReferenceTaken,
  judgeRepeat,
} from "../probes/judge-repeats"
import {
  judgeFilter,
  judgeForms,
  judgeItems,
  judgeOrder,
  judgePages,
  judgeRateLimit,
  judgeSize,
  judgeWithdraws,
} from "../probes/lists"
import { judgeProxy, judgeReach } from "../probes/reach"
import { judgeReference } from "../probes/references"
import { judgeSettings, type Settings } from "../settings"
import { fieldNames, SHAPES } from "../shapes"
import { answered, failed, refused, succeeded } from "./exchanges"

const SETTINGS: Settings = {
  baseUrl: "https://api.example.com",
  apiKey: "pk_live_1",
  secretKey: "sk_live_1",
  webhookSecrets: [],
  amountUnit: "satang",
}

const ADDRESS = new URL(SETTINGS.baseUrl)

describe("what answers to a question without keys", () => {
  it.each([
    ["address_unknown", failed("DNS_ERROR", "ENOTFOUND")],
    ["address_silent", failed("TIMEOUT", "TIMEOUT")],
    ["address_refused", failed("NETWORK_ERROR", "ECONNREFUSED")],
    ["address_lost", failed("NETWORK_ERROR", "ECONNRESET")],
    ["certificate_expired", failed("TLS_ERROR", "CERT_HAS_EXPIRED")],
    ["certificate_expired", failed("TLS_ERROR", "CERT_NOT_YET_VALID")],
    ["certificate_name", failed("TLS_ERROR", "ERR_TLS_CERT_ALTNAME_INVALID")],
    [
      "certificate_untrusted",
      failed("TLS_ERROR", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
    ],
    ["tls_failed", failed("TLS_ERROR", "EPROTO")],
    ["half_answer", failed("MALFORMED_RESPONSE", "Z_DATA_ERROR")],
    ["web_page", answered(200, "<html></html>", {})],
    ["web_page", answered(511, "<html></html>", {})],
    ["gateway_down", answered(502, "<html></html>", {})],
    ["gateway_down", answered(504, "<html></html>", {})],
    ["path_missing", answered(404, "<html></html>", {})],
    ["blocked", answered(403, "<html></html>", {})],
    ["keys_not_needed", succeeded({})],
    ["address_ok", refused(200, "UNAUTHORIZED")],
    ["other_api", answered(200, [1, 2])],
    ["other_api", answered(200, "hello", {})],
    ["path_missing", refused(404, "RESOURCE_NOT_FOUND")],
    ["path_missing", answered(404, "Not found", {})],
    ["address_ok", refused(401, "UNAUTHORIZED")],
    ["address_ok", refused(403, "FORBIDDEN")],
    ["address_ok", answered(401, { success: false, message: "No" })],
    ["address_slow", { ...refused(401, "UNAUTHORIZED"), ms: 4_000 }],
  ])("is called %s", (key, exchange) => {
    expect(judgeReach(exchange, ADDRESS).map((each) => each.key)).toEqual([key])
  })

  it("a proxy of the environment and one in between are told", () => {
    const via = answered(401, {}, { via: "1.1 proxy" })
    expect(judgeProxy(via, { HTTPS_PROXY: "http://proxy:3128" })).toEqual([
      { key: "proxy_used", values: { name: "HTTPS_PROXY" } },
      { key: "proxy_between", values: { name: "via" } },
    ])
    expect(judgeProxy(answered(401, {}), { HTTPS_PROXY: "" })).toEqual([])
  })
})

describe("the clock", () => {
  it.each([
    [0, "clock_ok"],
    [-30, "clock_ok"],
    [31, "clock_near"],
    [-240, "clock_near"],
    [3_600, "clock_ahead"],
    [-3_600, "clock_behind"],
    [undefined, "clock_unknown"],
  ])("%s seconds ahead is %s", (seconds, key) => {
    expect(judgeClock(seconds).key).toBe(key)
  })

  it("is compared with the middle of the call", () => {
    const date = new Date(Date.UTC(2026, 0, 1) - 3_600_000).toUTCString()
    expect(secondsAhead(answered(401, {}, { date }))).toBe(3_600)
    expect(secondsAhead(answered(401, {}, {}))).toBeUndefined()
  })
})

describe("the keys", () => {
  it.each([
    ["keys_refused", refused(401, "INVALID_CREDENTIALS")],
    ["keys_environment", refused(403, "FORBIDDEN")],
    ["maintenance", refused(503, "MAINTENANCE_MODE")],
    ["gateway_down", refused(500, "INTERNAL_ERROR")],
    ["address_lost", failed("NETWORK_ERROR", "ECONNRESET")],
    ["keys_refused", refused(400, "INVALID_SIGNATURE")],
    ["keys_refused", refused(200, "AUTHENTICATION_ERROR")],
    ["keys_refused", refused(403, "UNAUTHORISED")],
    ["blocked", answered(403, "<html></html>", {})],
    ["balance_unreadable", refused(404, "RESOURCE_NOT_FOUND")],
    ["balance_unreadable", answered(200, { success: true })],
    [undefined, succeeded({})],
  ])("%s", (key, exchange) => {
    expect(judgeKeys(exchange, SETTINGS)?.key).toBe(key)
  })

  it("are looked at before anything is sent", () => {
    expect(judgeSettings(SETTINGS)).toEqual([])
    const keys = (more: Partial<Settings>) =>
      judgeSettings({ ...SETTINGS, ...more }).map(({ key }) => key)
    expect(keys({ apiKey: "sk_live_1", secretKey: "pk_live_1" })).toEqual([
      "keys_swapped",
    ])
    expect(keys({ apiKey: "pk_test_1" })).toEqual(["keys_mixed"])
    expect(keys({ secretKey: "hunter2" })).toEqual(["key_malformed"])
    expect(keys({ baseUrl: "api.example.com" })).toEqual(["address_malformed"])
    expect(keys({ baseUrl: " ", apiKey: "" })).toEqual([
      "setting_missing",
      "setting_missing",
    ])
  })
})

describe("the balance", () => {
  const balance = {
    ...{ walletBalance: 12500, settlementBalance: 3200 },
    ...{ currency: "THB", status: "active" },
  }
  const judge = (data: unknown, more: Partial<Settings> = {}) =>
    judgeBalance(succeeded(data), { ...SETTINGS, ...more })

  it("with half a satang is in baht, and the config has to say so", () => {
    const fraction = { ...balance, walletBalance: 12500.5 }
    expect(judge(fraction)).toContainEqual({
      ...{ key: "balance_unit_contradicted", values: { configured: "satang" } },
      config: 'balanceUnit: "baht"',
    })
    expect(judge(fraction, { balanceUnit: "baht" })).toContainEqual({
      ...{ key: "balance_baht", values: {} },
    })
    expect(judge(balance).map(({ key }) => key)).toContain("balance_unit_open")
  })

  it("that is frozen stops a shop", () => {
    const frozen = judge({ ...balance, status: "frozen" })
    expect(frozen.some((each) => markOf(each) === "bad")).toBe(true)
  })

  it("without its numbers cannot be read", () => {
    expect(judge({ wallet: 1 }).map(({ key }) => key)).toEqual(["shape_broken"])
  })
})

describe("the unit", () => {
  it.each([
    ["100.00", "1.00", { unit: "satang", added: false }],
    ["100.00", "100.00", { unit: "baht", added: false }],
    ["100.00", "1.37", { unit: "satang", added: true }],
    ["10.00", "10.99", { unit: "baht", added: true }],
    // THB 0.99 on top of THB 0.01 is less likely than the same amount.
    ["1.00", "1.00", { unit: "baht", added: false }],
    ["100.00", "2.00", null],
    ["100.00", "0.99", null],
    ["100.00", "", null],
  ])("of %s with a QR of %s", (sent, qr, sign) => {
    expect(readUnit(sent, qr)).toEqual(sign && expect.objectContaining(sign))
  })

  it("is compared exactly", () => {
    expect(amountOf("1e3")?.toFixed()).toBe("1000")
    expect(amountOf("")).toBeNull()
    expect(amountOf("12 baht")).toBeNull()
    expect(amountOf(null)).toBeNull()
  })
})

describe("bounds", () => {
  it("are found wherever a refusal names them", () => {
    expect(boundsOf({ metadata: { min: "5000.00", max: 10 } })).toEqual({
      ...{ min: "5000.00", max: "10" },
    })
    expect(boundsOf({ details: { limits: { min_amount: "50" } } })).toEqual({
      min: "50",
    })
    expect(boundsOf({ minutes: 5, message: "max 5" })).toEqual({})
    expect(boundsOf(undefined)).toEqual({})
  })

  it("are told in baht, with the options, once the unit is known", () => {
    const bounds = { min: "5000.00", max: "10000000.00" }
    expect(judgeBounds(bounds, "5000.00", "satang")).toEqual({
      key: "amount_bounds",
      values: { min: "฿50.00", max: "฿100000.00" },
      config: 'minAmount: "50.00", maxAmount: "100000.00"',
    })
    // ฿20 was refused, so that the least amount cannot be ฿0.50.
    const named = { min: "50", max: "100000", refused: "2000.00" }
    expect(judgeBounds(named, "5000.00", "satang").values).toEqual({
      ...{ min: "฿50.00", max: "฿100000.00" },
    })
    expect(judgeBounds(bounds, "5000.00", undefined)).toEqual({
      key: "amount_bounds",
      values: { min: '"5000.00"', max: '"10000000.00"' },
    })
  })
})

describe("repeated requests", () => {
  const same = succeeded({ id: "1" })
  const double = succeeded({ id: "2" })
  const no = refused(409, "DUPLICATE_REFERENCE_ID")
  const silent = failed("TIMEOUT", "TIMEOUT")
  it("that make a second payment stop a shop, and no other answer does", () => {
    for (const judge of [judgeRepeat, judgeChanged, judgeReferenceTaken]) {
      expect(markOf(judge(succeeded({ id: 1 }), "1"))).toBe("ok")
      expect(markOf(judge(same, "1"))).toBe("ok")
      expect(markOf(judge(no, "1"))).toBe("ok")
      expect(markOf(judge(silent, "1"))).toBe("open")
      expect(markOf(judge(double, "1"))).toBe("bad")
    }
  })
})

describe("lists", () => {
  const item = (id: string, createdAt: string, more = {}) => ({
    ...{ id, createdAt, amount: "1.00", status: "paid", ...more },
  })
  const page = (...ids: string[]) =>
    succeeded({ data: ids.map((id) => ({ id })) })

  it("that show the first page again lose payments", () => {
    expect(judgePages(page("1"), page("2")).key).toBe("pages_ok")
    expect(judgePages(page("1"), page("1")).key).toBe("pages_repeat")
    expect(judgePages(page("1"), page()).key).toBe("pages_repeat")
  })

  it("that are refused are not called ignored", () => {
    const no = refused(400, "VALIDATION_ERROR")
    expect(judgePages(page("1"), no)).toEqual({
      key: "list_refused",
      values: { what: "GET /payments?page=2", status: "400" },
    })
    expect(judgeOrder([], no).key).toBe("sorting_refused")
    expect(judgeFilter(no).key).toBe("filters_refused")
    expect(judgeFilter(page()).key).toBe("filters_ok")
    expect(judgeFilter(page("1")).key).toBe("filters_ignored")
  })

  it("tell the size of a page", () => {
    const size = (limit?: number) =>
      judgeSize(
        succeeded({ data: [], limit }),
        refused(400, "X"),
        succeeded({ data: [], limit: 1 })
      )
    expect(size(100)).toEqual({
      key: "page_size_ok",
      values: { over: "HTTP 400", none: "limit 1" },
    })
    expect(size().key).toBe("page_size_ok")
    expect(size(20)).toEqual({ key: "page_size_less", values: { limit: "20" } })
  })

  it("are in the order that was asked for", () => {
    const [old, late] = [
      item("1", "2026-01-01T00:00:00Z"),
      item("2", "2026-01-02T00:00:00Z"),
    ]
    expect(judgeOrder([late, old], succeeded({ data: [old, late] })).key).toBe(
      "sorting_ok"
    )
    expect(judgeOrder([late, old], succeeded({ data: [late, old] })).key).toBe(
      "sorting_ignored"
    )
  })

  it("name fields that are missing, more, or needed", () => {
    expect(judgeShape("X", [{ id: 1 }], SHAPES.payment).isBroken).toBe(true)
    const all = Object.fromEntries(
      SHAPES.payment.documented.map((name) => [name, "1"])
    )
    expect(judgeItems("X", [all], SHAPES.payment)[0]?.key).toBe("shape_ok")
    const { currency: _, ...few } = all
    const less = { ...few, feeAmount: 1, "0812345678": 1 }
    expect(judgeItems("X", [less], SHAPES.payment)).toEqual([
      {
        key: "shape_differs",
        values: {
          what: "X",
          missing: "currency",
          unknown: expect.stringMatching(/^(?=.*feeAmount)(?!.*0812345678)/),
        },
      },
    ])
    // One item without a status is enough.
    expect(
      judgeItems("X", [all, { ...all, status: null }], SHAPES.payment)[0]?.key
    ).toBe("shape_broken")
  })

  it("and fields that the client cannot read, with the type of their value", () => {
    const read = { id: "1", amount: "1.00", status: "succeeded" }
    const judge = (more: object) =>
      judgeShape("X", [read, { ...read, ...more }], SHAPES.payment).findings
    expect(judge({})[0]?.key).toBe("shape_differs")
    for (const [more, missing] of [
      [{ id: 17 }, "id (number)"],
      [{ id: "", amount: "12 baht" }, "id, amount (string)"],
      [{ status: { word: "succeeded" } }, "status (object)"],
    ] as const) {
      expect(judge(more)).toEqual([
        { key: "shape_broken", values: { what: "X", missing } },
      ])
    }
    expect(judgeItems("X", ["pay_1"], SHAPES.payment)[0]?.key).toBe(
      "shape_broken"
    )
  })

  it("show names of fields that look like a programmer's, and some of them", () => {
    expect(
      fieldNames(["feeAmount", "net_amount", "Somchai", "pk_live_abc"])
    ).toBe("feeAmount, net_amount, +2")
    expect(fieldNames(Array.from({ length: 500 }, () => "a"))).toMatch(
      /^(a, ){20}\+480$/
    )
  })

  it("tell the forms of ids and amounts, and the words of withdraws", () => {
    const keys = (id: string, amount: unknown) =>
      judgeForms([{ id, amount }]).map(({ key }) => key)
    expect(keys("550e8400-e29b-41d4-a716-446655440000", "1.00")).toEqual([
      ...["ids_uuid", "amounts_text"],
    ])
    expect(keys("pay_1234567890abcdef", 1)).toEqual([
      ...["ids_prefixed", "amounts_numbers"],
    ])
    expect(keys("17", 1)[0]).toBe("ids_other")
    const words = (status: string, paidAt: string | null = null) =>
      judgeWithdraws([{ status, paidAt }]).map(({ key }) => key)
    expect(words("paid", "2026-01-01T00:00:00Z")).toEqual(["withdraws_paid"])
    expect(words("completed")).toEqual(["withdraws_completed"])
    expect(words("failed", "2026-01-01T00:00:00Z")).toEqual([
      "withdraws_returned",
    ])
    expect(words("failed")).toEqual([])
    expect(judgeWithdraws([])[0]?.key).toBe("withdraws_none")
  })

  it("tell whether references find payments, and the rate limit", () => {
    const found = succeeded({ referenceId: "order_1" })
    const judged = (exchange: Exchange) => [
      judgeReference("payments", exchange, "order_1").key,
      judgeReference("withdraws", exchange, "order_1").key,
    ]
    expect(judged(found)).toEqual(["by_reference", "withdraws_by_reference"])
    expect(judged(refused(404, "X"))).toEqual([
      "no_by_reference",
      "no_withdraws_by_reference",
    ])
    expect(judged(failed("TIMEOUT", "-"))).toEqual([
      "by_reference_open",
      "withdraws_by_reference_open",
    ])
    expect(judgeRateLimit("1000;w=60").values).toEqual({ limit: "1000" })
    expect(judgeRateLimit(undefined).key).toBe("rate_limit_silent")
  })
})

it("the end of a payment is compared with the minutes that were asked for", () => {
  const expiresAt = "2026-01-01T00:05:01.000Z"
  const now = Date.UTC(2026, 0, 1)
  expect(judgeExpiry({ expiresAt }, now).key).toBe("expiry_ok")
  expect(judgeExpiry({ expiresAt }, now + 600_000).values.found).toBe("-5 min")
  expect(judgeExpiry({}, now).key).toBe("expiry_other")
})

it("a payment is canceled only where its status or its date says so", () => {
  expect(isCanceled({ status: "canceled" })).toBe(true)
  expect(isCanceled({ status: "cancelled" })).toBe(true)
  expect(isCanceled({ status: "x", canceledAt: "2026-01-01" })).toBe(true)
  expect(isCanceled({ status: "requires_action", canceledAt: null })).toBe(
    false
  )
  expect(isCanceled(undefined)).toBe(false)
})

it("a refusal names the field, and the options where it is the payer's", () => {
  const of = (field?: string) =>
    judgeRefusal(refused(400, "VALIDATION_ERROR", { field })).key
  expect(of("customerBankAccountNumber")).toBe("create_refused_payer")
  expect(of("expiresInMinutes")).toBe("create_refused_field")
  expect(of("Somchai 0812345678")).toBe("create_refused")
  expect(of()).toBe("create_refused")
})
