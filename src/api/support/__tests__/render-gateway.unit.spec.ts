import { merchantText } from "../../../messages"
import type { OutageNotice } from "../../../modules/one2pays/gateway-state/connection"
import type { BalanceRecord } from "../../../modules/one2pays/gateway-state/gateway-state-store"
import { fundsOf } from "../../../modules/one2pays/withdraw-rules/limits"
import { renderBalance, renderGateway } from "../render-gateway"

const NOON = new Date("2026-11-21T12:00:00Z")

const KNOWN: BalanceRecord = {
  balance: {
    walletBalance: "12500.50",
    settlementBalance: "3200.00",
    currency: "THB",
    status: "active",
  },
  as_of: NOON,
  checked_at: NOON,
  error: null,
}

const MAINTENANCE = {
  started_at: "2026-11-21T12:00:10.000Z",
  retry_at: "2026-11-21T12:00:40.000Z",
}

const IN_MAINTENANCE = { reason: "maintenance", ...MAINTENANCE } as const
const SILENT = { ...IN_MAINTENANCE, reason: "silence" } as const

const balance = (known: BalanceRecord, outage: OutageNotice | null = null) =>
  renderBalance(
    known,
    fundsOf({ wallet: "12500.50", in_flight: "100", waiting: "400" }, "1%"),
    outage,
    "test",
    "en"
  )

describe("the balance", () => {
  it("is not stale while One2Pays can be asked", () => {
    expect(balance(KNOWN)).toEqual({
      mode: "test",
      balance: {
        wallet: 12500.5,
        settlement: 3200,
        available: 11875.49,
        waiting: 400,
        in_flight: 100,
        fee_margin: 125.01,
        currency_code: "thb",
        status: "active",
        as_of: NOON.toISOString(),
        mode: "test",
        stale: false,
      },
      maintenance: null,
      problem: null,
    })
  })

  it("names the mode, also while it is not known", () => {
    expect(
      balance({ ...KNOWN, balance: null, as_of: null, error: "TIMEOUT" })
    ).toMatchObject({ mode: "test", balance: null })
  })

  it("is stale once it could not be asked for", () => {
    expect(balance({ ...KNOWN, error: "TIMEOUT" })).toMatchObject({
      balance: { stale: true },
      problem: { code: "TIMEOUT" },
    })
  })

  it("is stale in a maintenance that has begun since", () => {
    const answer = balance(KNOWN, IN_MAINTENANCE)
    expect(answer.balance?.stale).toBe(true)
    expect(answer.maintenance).toEqual(MAINTENANCE)
    expect(answer.problem).toBeNull()
  })

  it("is stale, without a maintenance, while One2Pays answers nobody", () => {
    expect(balance(KNOWN, SILENT)).toMatchObject({
      balance: { stale: true },
      maintenance: null,
      problem: { code: "GATEWAY_SILENT" },
    })
  })
})

describe("the gateway", () => {
  it("is reachable when it has answered last", () => {
    expect(renderGateway(KNOWN, null, "en")).toEqual({
      reachable: true,
      checked_at: NOON.toISOString(),
      problem: null,
    })
  })

  it.each([
    ["that was never asked", { ...KNOWN, as_of: null }, null],
    ["that did not answer last", { ...KNOWN, error: "NETWORK_ERROR" }, null],
    ["in a maintenance that began since", KNOWN, IN_MAINTENANCE],
    ["that answers nobody since", KNOWN, SILENT],
  ])("is not reachable: one %s", (_, known, outage) => {
    expect(renderGateway(known, outage, "en").reachable).toBe(false)
  })

  it.each(["en", "th"] as const)(
    "that answers nobody is named (%s)",
    (locale) => {
      expect(renderGateway(KNOWN, SILENT, locale).problem).toEqual({
        code: "GATEWAY_SILENT",
        message: merchantText("GATEWAY_SILENT")?.[locale],
      })
    }
  )

  it("is not blamed for a call that the shop's own rate budget held back", () => {
    const { problem } = renderGateway(
      { ...KNOWN, error: "RATE_BUDGET_SPENT" },
      null,
      "th"
    )
    expect(problem?.code).toBe("RATE_BUDGET_SPENT")
    expect(problem?.message).toMatch(/^ร้าน/)
  })
})
