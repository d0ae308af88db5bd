import {
  FINAL_STATES,
  isFinal,
  mayBecome,
  statesBefore,
  WITHDRAW_STATES,
  type WithdrawState,
} from "../state"

// One row for each state that a withdraw comes from, one column for each that it goes to, in this order. y is allowed.
const COLUMNS = [
  "requires_approval",
  "approved",
  "sending",
  "unknown",
  "pending",
  "processing",
  "paid",
  "failed",
  "canceled",
  "rejected",
] as const satisfies WithdrawState[]

const TABLE: Record<WithdrawState, string> = {
  requires_approval: "- y - - - - - - y y",
  approved: "         - - y - - - - y y -",
  sending: "          - y - y y y y y y -",
  unknown: "          - y - - y y y y y -",
  pending: "          - - - - - y y y y -",
  processing: "       - - - - y - y y y -",
  paid: "             - - - - - - - y y -",
  failed: "           - - - - - - y - - -",
  canceled: "         - - - - - - y - - -",
  rejected: "         - - - - - - - - - -",
}

const pairs = WITHDRAW_STATES.flatMap((from) =>
  TABLE[from]
    .trim()
    .split(" ")
    .map((mark, at) => ({ from, to: COLUMNS[at]!, allowed: mark === "y" }))
)

it("the table names every pair of states once", () => {
  expect(pairs).toHaveLength(WITHDRAW_STATES.length ** 2)
  expect(new Set(pairs.map(({ from, to }) => `${from} ${to}`)).size).toBe(100)
})

it.each(pairs.filter(({ allowed }) => allowed))(
  "$from may become $to",
  ({ from, to }) => {
    expect(mayBecome(from, to)).toBe(true)
    expect(statesBefore(to)).toContain(from)
  }
)

it.each(pairs.filter(({ allowed }) => !allowed))(
  "$from never becomes $to",
  ({ from, to }) => {
    expect(mayBecome(from, to)).toBe(false)
    expect(statesBefore(to)).not.toContain(from)
  }
)

it("a final state leads to other final ones only: money that left all the same, or that came back", () => {
  for (const from of FINAL_STATES) {
    expect(isFinal(from)).toBe(true)
    const next = WITHDRAW_STATES.filter((to) => mayBecome(from, to))
    expect(next.filter((to) => !isFinal(to))).toEqual([])
  }
})

it("a refused, rejected or canceled withdraw is never sent again", () => {
  const reachable = (from: WithdrawState): Set<WithdrawState> => {
    const found = new Set<WithdrawState>([from])
    for (const state of found) {
      WITHDRAW_STATES.filter((to) => mayBecome(state, to)).forEach((to) =>
        found.add(to)
      )
    }
    return found
  }
  for (const from of FINAL_STATES) {
    expect(reachable(from)).not.toContain("sending")
  }
  expect(reachable("pending")).not.toContain("sending")
})
