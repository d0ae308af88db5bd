/**
 * The ways in which money moves at the gateway.
 *
 * - `received`: the first money of a payment; `further`: what came for it beyond that.
 * - `held`: a withdraw left the available balance when the gateway took it; `released`: it has ended, so that it is held
 *   no more. Between the two it is in flight.
 * - `refund`, `payout`, `pay_back`: a withdraw was paid; `returned`: its bank sent it back.
 */
export const MOVEMENT_KINDS = [
  "received",
  "further",
  "held",
  "released",
  "refund",
  "payout",
  "pay_back",
  "returned",
] as const

export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** The kinds of money that leaves for good. */
export type KindOut = Extract<MovementKind, "refund" | "payout" | "pay_back">

/** The gateway's view of money that moved: THB in major units, and its own time, where it names one. */
export interface Moved {
  amount: string
  at: Date | null
}
