import { paymentPhase, withdrawPhase } from "../phases"

describe("paymentPhase", () => {
  it.each([
    ["requires_payment_method", "open"],
    ["requires_confirmation", "open"],
    ["requires_action", "open"],
    ["processing", "open"],
    ["requires_capture", "open"],
    ["pending", "open"],
    ["succeeded", "succeeded"],
    ["completed", "succeeded"],
    ["expired", "expired"],
    ["payment_failed", "failed"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    ["cancelled", "canceled"],
    ["CANCELED", "canceled"],
  ])("%s is %s", (status, phase) => {
    expect(paymentPhase(status)).toBe(phase)
  })

  it("takes a status that nobody knows for open, so that no money is lost", () => {
    expect(paymentPhase("under_investigation")).toBe("open")
    expect(paymentPhase("")).toBe("open")
    expect(paymentPhase("constructor")).toBe("open")
  })
})

describe("withdrawPhase", () => {
  it.each([
    ["pending", "pending"],
    ["processing", "processing"],
    ["paid", "paid"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    ["cancelled", "canceled"],
    ["completed", "paid"],
    ["rejected", "failed"],
    ["returned", "failed"],
    ["reversed", "failed"],
    ["REVERTED", "failed"],
    ["on_hold", "open"],
  ])("%s is %s", (status, phase) => {
    expect(withdrawPhase(status)).toBe(phase)
  })
})
