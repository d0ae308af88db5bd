import type { PaymentDetail } from "../../payments"
import { storyOf } from "../payment-story"

const at = (minute: number) => `2026-11-21T09:0${minute}:00.000Z`

/** A payment with the parts that its story is made of. */
const payment = (parts: Partial<PaymentDetail>) =>
  ({
    created_at: at(0),
    money: [],
    settled_at: null,
    cancel_requested_at: null,
    ended_at: null,
    replaced_at: null,
    issue: null,
    ...parts,
  }) as unknown as PaymentDetail

it("tells what happened in its order, and how much came", () => {
  const story = storyOf(
    payment({
      settled_at: at(3),
      money: [
        { at: at(2), amount: 1290.5 },
        { at: at(5), amount: 20 },
      ],
      issue: {
        raised_at: at(6),
        paying_back_since: at(7),
        resolved_at: at(8),
      } as PaymentDetail["issue"],
    })
  )
  expect(story.map(({ what, amount }) => [what, amount])).toEqual([
    ["chosen", undefined],
    ["money", 1290.5],
    ["paid", undefined],
    ["money", 20],
    ["issue", undefined],
    ["payingBack", undefined],
    ["closed", undefined],
  ])
})

it("does not say of a payment that was paid and sent back that it ended without money", () => {
  const story = storyOf(
    payment({ state: "succeeded", settled_at: at(1), ended_at: at(2) })
  )
  expect(story.map(({ what }) => what)).toEqual(["chosen", "paid"])
})

it("leaves out what never happened", () => {
  expect(storyOf(payment({ ended_at: at(1) }))).toEqual([
    { what: "chosen", at: at(0) },
    { what: "ended", at: at(1) },
  ])
})
