import type { Books, Facts, OrderFacts, PaymentFacts } from "./facts"
import { check, type Check } from "./check"
import { isOpenIssue, sum, thb } from "./fault"
import { isAccounted, moneyOutAtRest, moneyOutNow } from "./money-out"
import { movements } from "./movements"
import { disagreements } from "./one-table"
import { isOf } from "./world"

const LIVE = new Set(["processing", "requires_action"])

/** The states of ours that a state of the gateway's leads to. */
const MIRRORED: Record<string, string> = {
  processing: "open",
  succeeded: "succeeded",
  expired: "expired",
  canceled: "canceled",
  payment_failed: "failed",
}

/** What went back of a payment's money, less what was paid back again after a first try had failed. */
const sentBack = ({ withdraws }: Books, paymentId: string) =>
  withdraws.filter(
    ({ payment_id, kind }) => payment_id === paymentId && kind === "payout"
  )

/** 1. What the gateway received under our references = captured + in open issues + on its way back. */
const moneyIn: Check<Books> = (facts) =>
  facts.gatewayPayments
    .filter(({ receivedInAll }) => receivedInAll > 0)
    .flatMap(({ reference, received }) => {
      const row = facts.payments.find(
        ({ reference_id }) => reference_id === reference
      )
      if (!row) {
        return [
          { kind: "1-unknown", text: `nobody knows the money of ${reference}` },
        ]
      }
      const captured = row.settled ? row.captured : 0
      const back = sentBack(facts, row.id)
        .filter(isAccounted)
        .filter(({ request_key }) => !request_key?.startsWith("again:"))
      const sent = sum(back.map(({ amount }) => amount))
      // In an open issue is all that went nowhere else; by hand staff may have sent the rest.
      const withStaff =
        row.issue !== null && !(row.resolved && row.paid_back)
          ? Math.max(received - captured - sent, 0)
          : 0
      return check([
        captured + withStaff + sent !== received && {
          kind: "1-money-in",
          text: `${thb(received)} came under ${reference}: captured ${thb(captured)}, with staff ${thb(withStaff)} (issue ${row.issue}), sent back ${thb(sent)}; our row is ${row.state}`,
        },
      ])
    })

/** The money that Medusa has captured of a session is that of the payments that made its order paid, once each. */
const capturedOnce: Check<Books> = (facts) => {
  const sessions = new Map<string, PaymentFacts[]>()
  for (const row of facts.payments) {
    sessions.set(row.session_id, [...(sessions.get(row.session_id) ?? []), row])
  }
  return [...sessions.values()].flatMap((rows) => {
    const settled = rows.filter(({ settled, issue }) => settled && !issue)
    const came = sum(
      settled.map(
        ({ reference_id }) =>
          facts.gatewayPayments.find(
            ({ reference }) => reference === reference_id
          )?.received ?? 0
      )
    )
    const captured = rows[0]!.captured
    return check([
      captured !== came &&
        rows.every(({ settled, issue }) => !settled || !issue) && {
          kind: "1-captured",
          text: `${thb(captured)} were captured for the ${thb(came)} of ${settled.map(({ reference_id }) => reference_id).join(", ") || "nothing"}`,
        },
    ])
  })
}

/** Whether an issue or a notice tells of an order's money. */
const isTold = (facts: Facts, { id }: OrderFacts): boolean =>
  facts.payments.some((row) => row.order_id === id && isOpenIssue(row)) ||
  facts.withdraws.some((row) => row.order_id === id && isOpenIssue(row)) ||
  facts.notices.some(
    ({ title, link }) => link.endsWith(id) && !/cut off|not paid/i.test(title)
  )

/** 2. No order has captured more than it owes, unless that was told; none is called paid that owes. */
const owing: Check = (facts) =>
  facts.orders.flatMap((order) => {
    const kept = order.captured - order.refunded
    // Nobody owes anything for a canceled order.
    const tooMuch = order.canceled ? kept : Math.min(kept, -order.owed)
    return check([
      tooMuch > 0 &&
        !isTold(facts, order) && {
          kind: "2-too-much",
          text: `order ${order.id} has captured ${thb(tooMuch)} too much (${thb(kept)} kept, owed ${thb(order.owed)}${order.canceled ? ", canceled" : ""}), and nothing says so`,
        },
      order.shown?.status === "paid" &&
        // Medusa counts what was refunded as owed again.
        order.owed > order.refunded &&
        !order.canceled && {
          kind: "2-called-paid",
          text: `order ${order.id} is shown as paid and owes ${thb(order.owed)}`,
        },
    ])
  })

/** 3. At most one payment of an order can be paid, and it asks for what is owed, no more. */
const payable: Check = (facts) =>
  facts.orders.flatMap((order) => {
    const live = facts.gatewayPayments.filter(
      ({ reference, status }) => isOf(reference, order.id) && LIVE.has(status)
    )
    const owed = order.canceled ? 0 : Math.max(order.owed, 0)
    const asked = live.map(
      (payment) => `${payment.reference} over ${thb(payment.asked)}`
    )
    return check([
      live.length > 1 && {
        kind: "3-two-payable",
        text: `order ${order.id} can be paid twice: ${asked.join(", ")}`,
      },
      live.some((payment) => payment.asked > owed) && {
        kind: "3-asks-too-much",
        text: `order ${order.id} owes ${thb(owed)} and asks for ${asked.join(", ")}`,
      },
      // Staff may ask for a part.
      order.collections === 1 &&
        live.some((payment) => payment.asked < owed) && {
          kind: "3-asks-too-little",
          text: `order ${order.id} owes ${thb(owed)} and asks for ${asked.join(", ")}`,
        },
    ])
  })

/** 6. Whatever is wrong is announced once. */
const announcements: Check<Books> = (facts) => {
  const rows = [...facts.payments, ...facts.withdraws].filter(
    ({ issue }) => issue !== null
  )
  return rows.flatMap((row) => {
    const heard = facts.announced.filter(
      ({ id, issue }) => id === row.id && issue === row.issue
    )
    return check([
      heard.length !== 1 &&
        !(heard.length === 0 && row.resolved) && {
          kind: "6-announced",
          text: `the issue ${row.issue} of ${row.id} was announced ${heard.length} times`,
        },
    ])
  })
}

const announcedOnce: Check<Books> = ({ announced }) => {
  const told = announced.map(({ id, issue }) => `${issue} of ${id}`)
  return check(
    [...new Set(told)].map(
      (each) =>
        told.indexOf(each) !== told.lastIndexOf(each) && {
          kind: "6-told-twice",
          text: `told more than once: ${each}`,
        }
    )
  )
}

/** 7. No row stays in a passing state for ever. */
const passing: Check<Books> = (facts) => {
  const states = new Map(
    facts.gatewayPayments.map(({ reference, status }) => [
      reference,
      MIRRORED[status],
    ])
  )
  return check([
    ...facts.payments.map((row) => {
      const { reference_id, state } = row
      const there = states.get(reference_id ?? "")
      const isPassing =
        state === "creating" ||
        row.busy ||
        (state === "open" && row.to_be_canceled) ||
        (state === "succeeded" && !row.settled && row.issue === null) ||
        (reference_id !== null &&
          !row.hidden &&
          there !== undefined &&
          state !== there)
      return (
        isPassing && {
          kind: "7-passing",
          text: `payment ${reference_id ?? row.id} stays ${state}${row.busy ? ", leased" : ""}${row.to_be_canceled ? ", to be canceled" : ""}${row.settled ? ", settled" : ""}; at the gateway it is ${there ?? "unknown"}`,
        }
      )
    }),
    ...facts.gatewayPayments.map(({ reference, status }) => {
      const isOurs = facts.payments.some(
        ({ reference_id }) => reference_id === reference
      )
      return (
        LIVE.has(status) &&
        !isOurs && {
          kind: "7-orphan",
          text: `${reference} can be paid, and the shop does not know it`,
        }
      )
    }),
  ])
}

const met: Check<Books> = (facts) => facts.met

/** What holds at every moment. */
export const faultsNow: Check<Books> = (facts) =>
  [met, announcedOnce, movements, ...moneyOutNow].flatMap((each) => each(facts))

/** What holds once the shop and the gateway had a few quiet minutes. */
export const faultsAtRest: Check = (facts) => [
  ...faultsNow(facts),
  ...[passing, moneyIn, capturedOnce, owing, payable, disagreements]
    .concat([announcements, ...moneyOutAtRest])
    .flatMap((each) => each(facts)),
]
