import type { NoticeTopic } from "../../config/notice-topics"
import { foldNotices } from "../fold"
import type { ClaimedNotice } from "../notice"

const notices = (
  topic: NoticeTopic,
  count: number,
  differences: Partial<ClaimedNotice> = {}
): ClaimedNotice[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `${topic}-${index}`, topic, count: 1, amount: "10.05", tries: 0 },
    subject: {
      ...{ kind: "payout" as const, id: `p${index}` },
      ...{ order_id: null, reference_id: null },
    },
    words: `words ${index}`,
    ...differences,
  }))

it("makes one notice of many of a topic, with their number and sum", () => {
  const { told, gone } = foldNotices([
    ...notices("waits_for_approval", 1, { count: 200, amount: "1000.00" }),
    ...notices("waits_for_approval", 2).slice(1),
  ])
  expect(told).toEqual([
    {
      ...{ id: "waits_for_approval-0", topic: "waits_for_approval" },
      ...{ count: 201, amount: "1010.05", tries: 0 },
      ...{ subject: null, words: null },
    },
  ])
  expect(gone).toEqual(["waits_for_approval-1"])
})

it.each([
  ["waits_for_approval", 1, 1],
  ["waits_for_approval", 2, 1],
  ["needs_attention", 5, 5],
  ["needs_attention", 6, 1],
  ["unit_contradicted", 9, 9],
] as const)("of %s, %i are told as %i", (topic, count, told) => {
  expect(foldNotices(notices(topic, count)).told).toHaveLength(told)
})

it("leaves a notice that a try has begun to tell as it was", () => {
  const [begun] = notices("rejected", 1, { id: "begun", tries: 1 })
  const { told, gone } = foldNotices([begun!, ...notices("rejected", 3)])
  expect(told[0]).toEqual(begun)
  expect(told[1]).toMatchObject({ id: "rejected-0", count: 3 })
  expect(gone).toEqual(["rejected-1", "rejected-2"])
})

it("tells the last of several low balances", () => {
  const { told } = foldNotices(notices("balance_low", 2))
  expect(told).toMatchObject([{ id: "balance_low-0", words: "words 1" }])
})
