import { MathBN } from "@medusajs/framework/utils"
import { bangkokDay, SHOP_OFFSET } from "../shared/shop-zone"
import type { Flow, Snapshot, StatementKind } from "./statement-queries"

/** THB in major units, as decimal strings. */
export interface StatementSums {
  /** Payments that made orders paid. */
  payments: string
  /** Money that came and fits no order. */
  unmatched: string
  /** Payouts and refunds that banks sent back. */
  returned: string
  refunds: string
  payouts: string
  /** Unmatched money, and money that a refund did not bring, on its way back. */
  pay_backs: string
  /** Withdraws that the gateway holds at the end. They have left the available balance and are not paid. */
  in_flight: string
  /** Null: the gateway's API names no fees. They are part of the unexplained difference. */
  fees: null
  /** The gateway's balance at the beginning, wallet and settlement together. Null where nobody has asked for it. */
  opening: string | null
  closing: string | null
  /** What the balance changed by that no movement explains. Null where the balance at the end is not known. */
  unexplained: string | null
  /** The day from whose beginning on it is counted: earlier than this one where balances in between are missing. */
  unexplained_since: string | null
}

export interface StatementDay extends StatementSums {
  /** Such as 2026-11-30, a day in Thailand. */
  date: string
  /** The answer of the gateway that `opening` stands on, less what moved between midnight and then. */
  snapshot: Omit<Snapshot, "day"> | null
}

export interface Statement {
  from: string
  to: string
  days: StatementDay[]
  totals: StatementSums
}

/** All that a statement is made of. */
export interface StatementFacts {
  /** The days in order, without a gap. */
  days: string[]
  /** The balances in order; the first may be of a day before. */
  snapshots: Snapshot[]
  /** From the first balance or the first day on, whichever is earlier. */
  flows: Flow[]
  /** What was in flight where the flows begin. */
  in_flight: string
}

const DAY_MS = 86_400_000

export const midnight = (day: string): Date =>
  new Date(`${day}T00:00:00${SHOP_OFFSET}`)

export const dayAfter = (day: string, count = 1): string =>
  bangkokDay(new Date(midnight(day).getTime() + count * DAY_MS))

export function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = dayAfter(day)) {
    days.push(day)
  }
  return days
}

/** The change of the available balance: it falls when the gateway takes a withdraw, and not when its bank pays it. */
const ON_BALANCE = {
  payment: 1,
  unmatched: 1,
  returned: 1,
  released: 1,
  held: -1,
  refund: -1,
  payout: -1,
  pay_back: -1,
} as const satisfies Record<StatementKind, 1 | -1>

/**
 * Makes the statement of some days. `closing = opening + payments + unmatched + returned − refunds − payouts − pay_backs −
 * the change of in_flight + unexplained`, to the satang. A balance that was read after midnight is carried back to
 * midnight over what has moved since, so that a late one is no difference.
 */
export function buildStatement({
  days,
  snapshots,
  flows,
  in_flight,
}: StatementFacts): Statement {
  const differences = findDifferences(snapshots, flows)
  const onDay = new Map<string, Flow[]>()
  for (const flow of flows) {
    onDay.set(flow.day, [...(onDay.get(flow.day) ?? []), flow])
  }
  let held = flows
    .filter(({ day }) => day < (days[0] ?? ""))
    .reduce(
      (sum, flow) => MathBN.add(sum, heldBy(flow)),
      MathBN.convert(in_flight)
    )
  const rows = days.map((date): StatementDay => {
    const moved = onDay.get(date) ?? []
    held = moved.reduce((sum, flow) => MathBN.add(sum, heldBy(flow)), held)
    const snapshot = snapshots.find(({ day }) => day === date)
    return {
      date,
      opening: balanceAt(date, snapshots, flows),
      ...sumsOf(moved),
      in_flight: held.toFixed(2),
      closing: balanceAt(dayAfter(date), snapshots, flows),
      unexplained: null,
      unexplained_since: null,
      ...differences.get(date),
      snapshot: snapshot
        ? {
            wallet: snapshot.wallet,
            settlement: snapshot.settlement,
            taken_at: snapshot.taken_at,
          }
        : null,
    }
  })
  const first = rows[0]
  const last = rows.at(-1)
  const known = rows.filter(({ unexplained }) => unexplained !== null)
  return {
    from: first?.date ?? "",
    to: last?.date ?? "",
    days: rows,
    totals: {
      opening: first?.opening ?? null,
      ...sumsOf(rows.flatMap(({ date }) => onDay.get(date) ?? [])),
      in_flight: held.toFixed(2),
      closing: last?.closing ?? null,
      unexplained:
        known.length > 0
          ? MathBN.sum(...known.map((row) => row.unexplained ?? 0)).toFixed(2)
          : null,
      unexplained_since: known[0]?.unexplained_since ?? null,
    },
  }
}

/** The balance at midnight: that of the snapshot of the day, less what moved between the two. */
function balanceAt(
  date: string,
  snapshots: Snapshot[],
  flows: Flow[]
): string | null {
  const index = snapshots.findIndex(({ day }) => day === date)
  const snapshot = snapshots[index]
  return snapshot
    ? MathBN.sub(
        balanceOf(snapshot),
        changeBy(
          flows.filter(({ day, after }) => day >= date && after <= index)
        )
      ).toFixed(2)
    : null
}

/** Compares each balance with the one before. The difference belongs to the day that the later one ends. */
function findDifferences(
  snapshots: Snapshot[],
  flows: Flow[]
): Map<string, Pick<StatementDay, "unexplained" | "unexplained_since">> {
  return new Map(
    snapshots.flatMap((snapshot, index) => {
      const before = snapshots[index - 1]
      return before
        ? [
            [
              dayAfter(snapshot.day, -1),
              {
                unexplained: MathBN.sub(
                  balanceOf(snapshot),
                  balanceOf(before),
                  changeBy(flows.filter(({ after }) => after === index))
                ).toFixed(2),
                unexplained_since: before.day,
              },
            ] as const,
          ]
        : []
    })
  )
}

const balanceOf = ({ wallet, settlement }: Snapshot) =>
  MathBN.add(wallet, settlement)

const changeBy = (flows: Flow[]) =>
  flows.reduce(
    (sum, { kind, amount }) =>
      MathBN.add(sum, MathBN.mult(amount, ON_BALANCE[kind])),
    MathBN.convert(0)
  )

const heldBy = ({ kind, amount }: Flow) =>
  kind === "held" ? amount : kind === "released" ? MathBN.mult(amount, -1) : 0

function sumsOf(flows: Flow[]) {
  const sum = (wanted: StatementKind) =>
    flows
      .filter(({ kind }) => kind === wanted)
      .reduce((sum, { amount }) => MathBN.add(sum, amount), MathBN.convert(0))
      .toFixed(2)
  return {
    payments: sum("payment"),
    unmatched: sum("unmatched"),
    returned: sum("returned"),
    refunds: sum("refund"),
    payouts: sum("payout"),
    pay_backs: sum("pay_back"),
    fees: null,
  }
}
