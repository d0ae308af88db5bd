import { check, type Check } from "./check"
import type { Books } from "./facts"
import { thb } from "./fault"

const HELD = new Set(["pending", "processing"])

/** 8. At any time the ledger has the money that the states tell of, once. */
export const movements: Check<Books> = ({ payments, withdraws }) =>
  check([
    ...payments.map(
      ({ reference_id, state, came }) =>
        came > 0 !== (state === "succeeded") && {
          kind: "8-came",
          text: `payment ${reference_id} is ${state}, and the ledger has ${thb(came)} of it`,
        }
    ),
    ...withdraws.map(({ id, state, amount, held, left }) => {
      const isHeld = HELD.has(state)
      const hasLeft = state === "paid"
      return (
        (held !== (isHeld ? amount : 0) || left !== (hasLeft ? amount : 0)) && {
          kind: "8-left",
          text: `withdraw ${id} of ${thb(amount)} is ${state}; by the ledger ${thb(held)} are held and ${thb(left)} have left`,
        }
      )
    }),
  ])
