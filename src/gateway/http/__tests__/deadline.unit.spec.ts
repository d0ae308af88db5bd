import { systemClock } from "../../clock"
import { deadlineOf, tryTimeout } from "../deadline"

const clock = { ...systemClock, now: () => 1000 }

describe("deadlineOf", () => {
  it("is the caller's, or the timeout from now", () => {
    expect(deadlineOf(undefined, 10_000, clock)).toBe(11_000)
    expect(deadlineOf(5000, 10_000, clock)).toBe(5000)
    expect(deadlineOf(90_000, 10_000, clock)).toBe(90_000)
  })
})

describe("tryTimeout", () => {
  it("leaves all the time to whatever changes something", () => {
    const create = { readOnly: false, lastTry: false }
    expect(tryTimeout(10_000, create)).toBe(10_000)
  })

  it("keeps half of it for the next try of a read", () => {
    expect(tryTimeout(10_000, { readOnly: true, lastTry: false })).toBe(5000)
    expect(tryTimeout(10_000, { readOnly: true, lastTry: true })).toBe(10_000)
  })

  it("splits no time that is too short for a slow answer", () => {
    expect(tryTimeout(4000, { readOnly: true, lastTry: false })).toBe(2500)
    expect(tryTimeout(300, { readOnly: true, lastTry: false })).toBe(300)
  })

  it("is never more than a timer can hold", () => {
    const ms = tryTimeout(Infinity, { readOnly: false, lastTry: true })
    expect(ms).toBe(2 ** 31 - 1)
  })
})
