import type { AmountUnit } from "../../gateway"
import type { UnitStanding } from "../../modules/one2pays/gateway-state/unit"

/** An amount as the gateway's API writes it, and what it is in each unit. Staff type one of these in. */
const UNIT_SAMPLE = "1000.00"
const UNIT_READINGS = {
  satang: "฿10.00",
  baht: "฿1,000.00",
} as const satisfies Record<AmountUnit, string>

/** `unit` in the admin's answers. Times are ISO 8601. */
export interface UnitView {
  state: UnitStanding["state"]
  /** The shop's option. */
  amount_unit: AmountUnit
  at: string | null
  /** The payment or the withdraw that decided, or the two people. */
  by: UnitStanding["by"]
  /** The reading of a first person, which waits for a second one. */
  proposal: { id: string; at: string; reading: string } | null
  sample: string
  readings: Record<AmountUnit, string>
  /** What the changes of the balance say about `balanceUnit`. */
  balance: UnitStanding["balance"]
}

export const renderUnit = (
  { state, at, by, proposal, balance }: UnitStanding,
  amount_unit: AmountUnit
): UnitView => ({
  state,
  amount_unit,
  at: at?.toISOString() ?? null,
  by,
  proposal: proposal && {
    ...proposal,
    reading: UNIT_READINGS[proposal.reading],
  },
  sample: UNIT_SAMPLE,
  readings: UNIT_READINGS,
  balance,
})
