import type { Books, RefundFacts, WithdrawFacts } from "./facts"
import { check, type Check } from "./check"
import { isOpenIssue, sum, thb } from "./fault"

/** The states of withdraws that are over without money having left. */
const UNPAID = new Set(["failed", "canceled", "rejected"])

/** The states in which money has left, or may have. */
const LEFT = new Set(["sending", "unknown", "pending", "processing", "paid"])

/** Above it, in satang, a second person approves; see the options of the hunt. */
const APPROVAL_ABOVE = { payout: 100_000, refund: 20_000 }

const hasEndedUnpaid = ({ state }: WithdrawFacts) => UNPAID.has(state)

/** What a withdraw has sent, or is about to send, or staff know that it has not. */
export const isAccounted = (withdraw: WithdrawFacts) =>
  !hasEndedUnpaid(withdraw) || withdraw.issue !== null

const isPlain = ({ kind, payment_id }: WithdrawFacts) =>
  kind === "payout" && payment_id === null

/** 4. Each refund that Medusa has booked is one withdraw over the same sum, or an open issue of its payment. */
const refunds: Check<Books> = ({ refunds, withdraws, payments }) => {
  const fits = ({ id, amount, session_id }: RefundFacts) => {
    const made = withdraws.filter(({ refund_id }) => refund_id === id)
    const [only] = made
    return only
      ? made.length === 1 && only.amount === amount && isAccounted(only)
      : payments.some(
          (row) => row.session_id === session_id && row.issue !== null
        )
  }
  return check([
    ...refunds.map(
      (refund) =>
        !fits(refund) && {
          kind: "4-refund",
          text: `Medusa's refund ${refund.id} of ${thb(refund.amount)} has the withdraws ${JSON.stringify(withdraws.filter(({ refund_id }) => refund_id === refund.id))}`,
        }
    ),
    ...withdraws.map(
      (withdraw) =>
        withdraw.kind === "refund" &&
        !hasEndedUnpaid(withdraw) &&
        withdraw.issue === null &&
        refunds.every(({ id }) => id !== withdraw.refund_id) && {
          kind: "4-no-refund",
          text: `refund ${withdraw.id} is ${withdraw.state}, and Medusa knows nothing of it`,
        }
    ),
  ])
}

/**
 * 4. Of each payment, what Medusa has booked as refunded = what refunds and their further tries have sent or will send,
 * and what is in open issues, to the satang. Staff who resolve an issue by hand have seen to its sum.
 */
const refundedOnce: Check<Books> = ({ refunds, withdraws, payments }) => {
  const again = new Map(withdraws.map((row) => [row.request_key, row]))
  /** The withdraw that stands for it now: the last try. */
  const last = (row: WithdrawFacts): WithdrawFacts => {
    const next = again.get(`again:${row.id}`)
    return next ? last(next) : row
  }
  return check(
    withdraws
      .filter((row) => row.payment_id !== null)
      .filter((row) => !row.request_key?.startsWith("again:"))
      .map((row) => {
        const now = last(row)
        const isTaken =
          row.kind === "refund" &&
          refunds.every(({ id }) => id !== row.refund_id)
        return (
          hasEndedUnpaid(now) &&
          now.issue === null &&
          !isTaken &&
          payments.some(({ id }) => id === row.payment_id) && {
            kind: "4-customer",
            text: `the customer's ${thb(now.amount)} of ${row.id} ended ${now.state}, and nobody was told`,
          }
        )
      })
  )
}

/** 4. Every withdraw of the gateway's is ours, over our sum, and the wallet holds what it should. */
const ledger: Check<Books> = (facts) => {
  const { withdraws, gatewayWithdraws, gatewayPayments } = facts
  const rows = new Map(withdraws.map((row) => [row.reference_id, row]))
  const out = withdraws.filter(({ state }) =>
    ["pending", "processing", "paid"].includes(state)
  )
  const wallet =
    facts.opening +
    sum(gatewayPayments.map(({ receivedInAll }) => receivedInAll)) -
    sum(out.map(({ amount }) => amount))
  return check([
    ...gatewayWithdraws.map(({ reference, status, amount }) => {
      const row = rows.get(reference)
      return (
        (row?.state !== status || row.amount !== amount) && {
          kind: "4-withdraw",
          text: `withdraw ${reference} of ${thb(amount)} is ${status} at the gateway, and ${row?.state ?? "unknown"} over ${thb(row?.amount ?? 0)} here`,
        }
      )
    }),
    wallet !== facts.wallet && {
      kind: "4-wallet",
      text: `the wallet has ${thb(facts.wallet)}, by our rows it should have ${thb(wallet)}`,
    },
  ])
}

/** 4, at any time: every reference leaves once, over the sum that was asked for. */
const leavesOnce: Check<Books> = ({ withdraws, gatewayWithdraws, asked }) => {
  const rows = new Map(withdraws.map((row) => [row.reference_id, row]))
  const references = gatewayWithdraws.map(({ reference }) => reference)
  return check([
    ...gatewayWithdraws.map(({ reference, amount }, at) => {
      const row = rows.get(reference)
      return (
        (row?.amount !== amount || references.indexOf(reference) !== at) && {
          kind: "4-left",
          text: `${thb(amount)} left under ${reference}, which is over ${thb(row?.amount ?? 0)} here`,
        }
      )
    }),
    ...withdraws.map(
      (row) =>
        isPlain(row) &&
        LEFT.has(row.state) &&
        !asked.has(row.id) && {
          kind: "4-unasked",
          text: `payout ${row.id} of ${thb(row.amount)} left, and nobody had the answer that it was asked for`,
        }
    ),
  ])
}

/** 4, at any time: no money leaves twice. Not more goes back to a payer than came from them. */
const outWithinIn: Check<Books> = (facts) =>
  facts.payments.flatMap((row) => {
    const came = facts.gatewayPayments.find(
      ({ reference }) => reference === row.reference_id
    )
    const left = facts.withdraws.filter(
      ({ payment_id, state }) => payment_id === row.id && LEFT.has(state)
    )
    const total = sum(left.map(({ amount }) => amount))
    return check([
      total > (came?.receivedInAll ?? 0) && {
        kind: "4-out-of-nothing",
        text: `${thb(total)} went back of the ${thb(came?.receivedInAll ?? 0)} of ${row.reference_id}`,
      },
    ])
  })

/** 4, at any time: two people, where two are needed. */
const fourEyes: Check<Books> = ({ withdraws }) =>
  check(
    withdraws.flatMap((row) => {
      const { id, amount, kind, requester, approver, trail } = row
      const isDecided = trail.some(
        ({ from, to }) => from === "requires_approval" && to === "approved"
      )
      return [
        isDecided &&
          requester === approver && {
            kind: "4-own-approval",
            text: `${approver} asked for ${id} of ${thb(amount)} and approved it`,
          },
        row.sent &&
          !isDecided &&
          (amount > APPROVAL_ABOVE[kind] || row.duplicate !== null) && {
            kind: "4-unapproved",
            text: `${kind} ${id} of ${thb(amount)} left, and nobody approved it`,
          },
      ]
    })
  )

/** 4, at any time: a payout that was asked for before is asked for again only by somebody who says why. */
const duplicates: Check<Books> = ({ withdraws }) => {
  const plain = withdraws.filter(isPlain)
  return check(
    plain.map((row, at) => {
      const earlier = plain.slice(0, at).find(
        (each) =>
          !hasEndedUnpaid(each) &&
          // It counted as not paid, and is paid after all.
          each.issue !== "paid_after_cancel" &&
          (each.batch_id === null || each.batch_id !== row.batch_id) &&
          each.amount === row.amount &&
          each.account_last4 === row.account_last4
      )
      return (
        earlier &&
        row.duplicate === null && {
          kind: "4-duplicate",
          text: `payout ${row.id} of ${thb(row.amount)} is ${earlier.id} once more, and nobody said why`,
        }
      )
    })
  )
}

/** 4. The trail tells each change of state, one after the other. */
const trails: Check<Books> = ({ withdraws }) =>
  check(
    withdraws.map(({ id, state, trail }) => {
      const isWhole = trail.every(
        ({ from }, at) => from === (trail[at - 1]?.to ?? null)
      )
      return (
        (!isWhole || trail.at(-1)?.to !== state) && {
          kind: "4-trail",
          text: `withdraw ${id} is ${state}, and its trail says ${JSON.stringify(trail)}`,
        }
      )
    })
  )

/** 6. A payout that the gateway or its bank did not pay is an issue. */
const badNews: Check<Books> = ({ withdraws }) =>
  check(
    withdraws.map((row) => {
      const last = row.trail.at(-1)
      const isBad =
        row.state === "failed" ||
        (row.state === "canceled" &&
          (last?.from === "paid" || last?.actor === "gateway"))
      return (
        isBad &&
        row.issue === null && {
          kind: "6-untold",
          text: `${row.kind} ${row.id} of ${thb(row.amount)} is ${row.state} after ${last?.from}, and no issue says so`,
        }
      )
    })
  )

/** The event that a change of state is worth. */
function eventOf({ from, to, actor }: WithdrawFacts["trail"][number]) {
  switch (to) {
    case "requires_approval":
      return "waits_for_approval"
    case "approved":
      return from === null || from === "requires_approval" ? "approved" : null
    case "rejected":
      return "rejected"
    case "paid":
      return "paid"
    case "failed":
    case "canceled":
      if (from === "paid") return "returned"
      return to === "failed" || actor === "gateway" ? "failed" : null
    default:
      return null
  }
}

/** 6. Each event is emitted once for each change. */
const events: Check<Books> = ({ withdraws, heard }) =>
  check(
    withdraws.map(({ id, trail }) => {
      const due = trail.flatMap((change) => eventOf(change) ?? []).sort()
      const told = heard.flatMap((each) => (each.id === id ? each.name : []))
      return (
        JSON.stringify(told.sort()) !== JSON.stringify(due) && {
          kind: "6-events",
          text: `of ${id}, the events ${due.join(", ")} were due, and ${told.join(", ")} came`,
        }
      )
    })
  )

/** 7. No withdraw stays in a passing state, unless something says why. */
const passing: Check<Books> = ({ withdraws, isUnitProved }) =>
  check(
    withdraws.map((row) => {
      const { id, kind, state, waits_for } = row
      const isNamed =
        state === "approved" &&
        (!isUnitProved || waits_for !== null || isOpenIssue(row))
      return (
        (state === "approved" || (LEFT.has(state) && state !== "paid")) &&
        !isNamed && {
          kind: "7-passing",
          text: `${kind} ${id} stays ${state}${row.busy ? ", leased" : ""}`,
        }
      )
    })
  )

/** What holds at every moment. */
export const moneyOutNow = [
  leavesOnce,
  outWithinIn,
  fourEyes,
  duplicates,
  trails,
]

/** What holds after quiet minutes. */
export const moneyOutAtRest = [
  refunds,
  refundedOnce,
  ledger,
  badNews,
  events,
  passing,
]

/** Whether money waits for something that the merchant can see to. */
export const waits = ({ withdraws }: Books) =>
  withdraws.some(({ state }) =>
    ["requires_approval", "approved"].includes(state)
  )

/** 7. Once the merchant has seen to all that money waited for, none waits any more. */
export const leftover: Check<Books> = ({ withdraws }) =>
  check(
    withdraws.map(
      ({ id, kind, state, waits_for }) =>
        ["requires_approval", "approved"].includes(state) && {
          kind: "7-stuck",
          text: `${kind} ${id} is still ${state}, for ${waits_for ?? "nothing"}`,
        }
    )
  )
