import { runInThisContext } from "node:vm"
import { payoutFilters, toQuery } from "../../payouts/list/payout-address"
import { fromPicked, isDay, shopDay, toPicked } from "../shop-day"

/** The real process: Jest's own is a copy, and nothing reads the zone of that. */
const { env } = runInThisContext("process") as NodeJS.Process
const zone = env.TZ

afterAll(() => {
  env.TZ = zone
})

describe.each([
  ["America/Los_Angeles", "2026-11-21T08:00:00.000Z"],
  ["Asia/Bangkok", "2026-11-20T17:00:00.000Z"],
  ["Pacific/Auckland", "2026-11-20T11:00:00.000Z"],
])("looked at from %s", (there, midnight) => {
  beforeAll(() => {
    env.TZ = there
  })

  it("today is the shop's day, not the browser's", () => {
    expect(shopDay(new Date("2026-11-21T16:59:59Z"))).toBe("2026-11-21")
    expect(shopDay(new Date("2026-11-21T17:00:00Z"))).toBe("2026-11-22")
    expect(shopDay(new Date("2026-11-21T17:00:00Z"), 30)).toBe("2026-10-23")
  })

  it("a day is a midnight on the calendar, and the same day after", () => {
    expect(toPicked("2026-11-21")).toBe(midnight)
    expect(fromPicked(midnight)).toBe("2026-11-21")
  })

  it("a picked range stands in the address as days, and goes to the server as days of the shop", () => {
    const picked = { $gte: midnight, $lte: toPicked("2026-11-22") }
    const address = payoutFilters.toUrl({ created_at: picked })
    expect(address).toMatchObject({ from: "2026-11-21", to: "2026-11-22" })
    const url = {
      has: (name: string) => name in address,
      get: (name: string) => String(address[name] ?? ""),
      getAll: () => [],
    }
    expect(payoutFilters.filtersIn(url).created_at).toEqual(picked)
    expect(toQuery(url)).toEqual({
      created_from: "2026-11-21T00:00:00+07:00",
      created_to: "2026-11-22T23:59:59.999+07:00",
    })
  })
})

it("what is no day is none", () => {
  expect(isDay("2026-11-21")).toBe(true)
  for (const text of ["", "x", "2026-11", "2026-11-21T17:00:00.000Z"]) {
    expect(isDay(text)).toBe(false)
  }
})
