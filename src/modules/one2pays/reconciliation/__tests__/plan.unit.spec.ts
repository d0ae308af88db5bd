import { PAGE_SIZE } from "../../shared/read-window"
import { planReads, type OpenPayment } from "../plan"

const NEWEST = Date.parse("2026-01-01T12:00:00.000Z")

/** Open payments at these places among all payments of the shop, which gets one every second. */
const at = (...positions: number[]): OpenPayment[] =>
  positions.map((position) => ({
    id: `o2ppay_${position}`,
    gateway_payment_id: `gateway_${position}`,
    gateway_created_at: new Date(NEWEST - position * 1000),
    position,
  }))

const range = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index)

/** The most calls that a plan costs: every page of its windows, and one for each single payment. */
function costOf(payments: OpenPayment[]): {
  pages: number
  singles: number
} {
  const { windows, singles } = planReads(payments)
  const pages = windows.map(({ payments: read }) => {
    const places = read.map(({ position }) => position)
    const span = Math.max(...places) - Math.min(...places) + 1
    return Math.ceil(span / PAGE_SIZE)
  })
  return {
    pages: pages.reduce((sum, count) => sum + count, 0),
    singles: singles.length,
  }
}

describe("planReads", () => {
  it.each<[string, number[], { pages: number; singles: number }]>([
    ["nothing", [], { pages: 0, singles: 0 }],
    ["a lonely one", [1], { pages: 0, singles: 1 }],
    ["a lonely one far back", [9000], { pages: 0, singles: 1 }],
    ["two neighbors", [1, 2], { pages: 1, singles: 0 }],
    ["two at the ends of a page", [1, 100], { pages: 1, singles: 0 }],
    ["two just beyond a page", [1, 101], { pages: 0, singles: 2 }],
    ["two far apart", [1, 5000], { pages: 0, singles: 2 }],
    ["three over two pages", [1, 60, 120], { pages: 2, singles: 0 }],
    ["a full page", range(1, 100), { pages: 1, singles: 0 }],
    ["one more than a page", range(1, 101), { pages: 2, singles: 0 }],
    ["two full pages", range(1, 200), { pages: 2, singles: 0 }],
    ["a thousand neighbors", range(1, 1000), { pages: 10, singles: 0 }],
    [
      "two clusters with a gap between",
      [...range(1, 50), ...range(1000, 50)],
      { pages: 2, singles: 0 },
    ],
    [
      "a cluster and a lonely one",
      [...range(1, 50), 1000],
      { pages: 1, singles: 1 },
    ],
    [
      "every hundredth: a page each is no better than a call each",
      [1, 101, 201, 301],
      { pages: 0, singles: 4 },
    ],
  ])("reads %s", (_, positions, cost) => {
    expect(costOf(at(...positions))).toEqual(cost)
  })

  it("reads a window from its oldest to its newest payment, the very milliseconds included", () => {
    const payments = at(3, 4, 7)
    expect(planReads(payments).windows).toEqual([
      {
        from: new Date(NEWEST - 7001),
        to: new Date(NEWEST - 2999),
        payments,
      },
    ])
  })

  it("reads payments of the same millisecond together", () => {
    const payments = at(1, 2).map((payment) => ({
      ...payment,
      gateway_created_at: new Date(NEWEST),
    }))
    expect(planReads(payments).windows).toMatchObject([
      { from: new Date(NEWEST - 1), to: new Date(NEWEST + 1) },
    ])
  })

  it("reads the newest first", () => {
    const { windows } = planReads(at(...range(1, 10), ...range(500, 10)))
    expect(windows.map(({ payments }) => payments[0]?.position)).toEqual([
      1, 500,
    ])
  })

  it.each(range(1, 12).map((power) => 2 ** power))(
    "reads %d neighbors with a hundredth of the calls, rounded up",
    (count) => {
      expect(costOf(at(...range(17, count)))).toEqual({
        pages: Math.ceil(count / PAGE_SIZE),
        singles: 0,
      })
    }
  )

  it("asks about every payment exactly once and never with more calls than one each, however they lie", () => {
    const random = seeded(20260101)
    for (let round = 0; round < 500; round++) {
      const density = random()
      const positions = range(1, 1 + Math.floor(random() * 1500)).filter(
        () => random() < density ** 3
      )
      const payments = at(...positions)
      const { windows, singles } = planReads(payments)
      const asked = [
        ...windows.flatMap((window) => window.payments),
        ...singles,
      ].map(({ position }) => position)
      expect(asked.sort((a, b) => a - b)).toEqual(positions)
      const { pages, singles: calls } = costOf(payments)
      expect(pages + calls).toBeLessThanOrEqual(positions.length)
    }
  })
})

/** The same numbers in every run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
