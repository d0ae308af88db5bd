import { retryAfterMs } from "../retry-after"

const nowMs = Date.parse("2024-01-01T00:00:00.000Z")
const read = (metadata?: Record<string, unknown>, header?: string) =>
  retryAfterMs({ metadata, header, nowMs })

describe("retryAfterMs", () => {
  it("reads the body's seconds first", () => {
    const resetAt = "2024-01-01T00:01:00.000Z"
    expect(read({ retryAfter: 60, resetAt }, "5")).toBe(60_000)
    expect(read({ retryAfter: "1.5" })).toBe(1500)
    expect(read({ retryAfter: 0 })).toBe(0)
  })

  it("reads the header, seconds or a date", () => {
    expect(read(undefined, "5")).toBe(5000)
    expect(read({}, "Mon, 01 Jan 2024 00:00:30 GMT")).toBe(30_000)
  })

  it("reads the body's time last", () => {
    expect(read({ resetAt: "2024-01-01T00:01:00.000Z" })).toBe(60_000)
    expect(read({ resetAt: "2023-12-31T00:00:00.000Z" })).toBe(0)
  })

  it.each([
    [undefined, undefined],
    [{ retryAfter: -1 }, undefined],
    [{ retryAfter: NaN }, "soon"],
    [{ retryAfter: null, resetAt: 7 }, ""],
  ])("has no wait for %j and %j", (metadata, header) => {
    expect(read(metadata, header)).toBeUndefined()
  })
})
