import { buildStatement, daysFrom } from "../build-statement"
import type { Flow, Snapshot } from "../statement-queries"

const snapshot = (day: string, wallet: string, settlement = "0"): Snapshot => ({
  day,
  wallet,
  settlement,
  taken_at: new Date(`${day}T00:03:00+07:00`),
})

const flow = (
  day: string,
  after: number,
  kind: Flow["kind"],
  amount: string
): Flow => ({ day, after, kind, amount, count: 1 })

const days = ["2026-11-01", "2026-11-02"]

it("lists days over the end of a month, and of a year", () => {
  expect(daysFrom("2027-02-27", "2027-03-01")).toEqual([
    "2027-02-27",
    "2027-02-28",
    "2027-03-01",
  ])
  expect(daysFrom("2026-12-31", "2027-01-01")).toHaveLength(2)
})

it("without any balance it has the sums, and no difference", () => {
  const { days: rows, totals } = buildStatement({
    days,
    snapshots: [],
    flows: [flow("2026-11-01", 0, "payment", "0.10")],
    in_flight: "0",
  })
  expect(rows[0]).toMatchObject({
    payments: "0.10",
    opening: null,
    closing: null,
    unexplained: null,
  })
  expect(totals).toMatchObject({ payments: "0.10", unexplained: null })
})

it("counts the settlement as balance, and carries a late one back to midnight", () => {
  const { days: rows } = buildStatement({
    days,
    snapshots: [
      snapshot("2026-11-01", "100.00"),
      snapshot("2026-11-02", "110.00", "20.30"),
    ],
    flows: [
      flow("2026-11-01", 1, "payment", "30.20"),
      // Before the balance was read.
      flow("2026-11-02", 1, "payment", "0.10"),
      // After it.
      flow("2026-11-02", 2, "payment", "7.00"),
    ],
    in_flight: "0",
  })
  expect(rows).toMatchObject([
    { opening: "100.00", closing: "130.20", unexplained: "0.00" },
    { opening: "130.20", closing: null, payments: "7.10", unexplained: null },
  ])
})

it("names what nothing explains, since the last balance before it", () => {
  const { days: rows, totals } = buildStatement({
    days,
    snapshots: [
      snapshot("2026-10-30", "100.00"),
      snapshot("2026-11-02", "90.00"),
      snapshot("2026-11-03", "91.00"),
    ],
    flows: [
      flow("2026-10-31", 1, "payment", "5.00"),
      flow("2026-11-01", 1, "held", "10.00"),
      flow("2026-11-02", 2, "released", "10.00"),
      flow("2026-11-02", 2, "payout", "10.00"),
    ],
    in_flight: "3.00",
  })
  expect(rows).toMatchObject([
    {
      in_flight: "13.00",
      unexplained: "-5.00",
      unexplained_since: "2026-10-30",
    },
    { in_flight: "3.00", unexplained: "1.00", unexplained_since: "2026-11-02" },
  ])
  expect(totals).toMatchObject({
    opening: null,
    closing: "91.00",
    in_flight: "3.00",
    unexplained: "-4.00",
    unexplained_since: "2026-10-30",
  })
})
