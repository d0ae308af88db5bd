import { connectionState } from "../connection-state"
import texts from "../../i18n"

const AT_NOON = "2026-11-21T12:00:00Z"

const gateway = (reachable: boolean, code?: string) => ({
  reachable,
  checked_at: AT_NOON,
  problem: code ? { code, message: "" } : null,
})

describe("the connection to One2Pays", () => {
  it.each([
    ["ok", gateway(true)],
    ["down", gateway(false, "TIMEOUT")],
    // One2Pays did answer, and its words stand below the state.
    ["down", gateway(false, "INVALID_CREDENTIALS")],
    ["down", gateway(false, "RATE_LIMIT_EXCEEDED")],
    ["waiting", gateway(false, "RATE_BUDGET_SPENT")],
    ["unknown", gateway(false)],
  ] as const)("is %s: %j", (state, gateway) => {
    expect(connectionState({ gateway, maintenance: null })).toBe(state)
  })

  it("is under maintenance, whatever it answered before", () => {
    const maintenance = { started_at: AT_NOON, retry_at: AT_NOON }
    for (const before of [gateway(true), gateway(false, "MAINTENANCE_MODE")]) {
      expect(connectionState({ gateway: before, maintenance })).toBe(
        "maintenance"
      )
    }
  })

  it("that is down may have answered", () => {
    expect(texts.en.one2pays.settings.connection.down).not.toMatch(/answer/)
    expect(texts.th.one2pays.settings.connection.down).not.toMatch(/เชื่อมต่อ/)
  })
})
