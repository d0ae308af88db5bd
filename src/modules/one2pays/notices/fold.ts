import { MathBN } from "@medusajs/framework/utils"
import { roundThb } from "../../../gateway"
import type { NoticeTopic } from "../config/notice-topics"
import type { ClaimedNotice } from "./notice"

/** How many notices of a topic are told one by one. More of them are one, with their number and sum. */
const ONE_BY_ONE: Record<NoticeTopic, number> = {
  waits_for_approval: 1,
  rejected: 1,
  failed: 5,
  returned: 5,
  needs_attention: 5,
  balance_low: 1,
  unit_contradicted: Infinity,
}

/** What becomes of notices that wait at the same time: those to tell, and the ids of those that others stand for. */
export interface Folded {
  told: ClaimedNotice[]
  gone: string[]
}

/** Makes one notice of many of a topic, so that a burst is one entry in the feed and one mail. */
export function foldNotices(notices: readonly ClaimedNotice[]): Folded {
  const folded: Folded = { told: [], gone: [] }
  for (const topic of new Set(notices.map((each) => each.topic))) {
    const ofTopic = notices.filter((each) => each.topic === topic)
    // What one try has told some of the recipients stays as it was.
    const fresh = ofTopic.filter(({ tries }) => tries === 0)
    const begun = ofTopic.filter(({ tries }) => tries > 0)
    const [first, ...others] = fresh
    if (first && fresh.length > ONE_BY_ONE[topic]) {
      folded.told.push(...begun, sumOf(first, others))
      folded.gone.push(...others.map(({ id }) => id))
    } else {
      folded.told.push(...ofTopic)
    }
  }
  return folded
}

const sumOf = (
  first: ClaimedNotice,
  others: readonly ClaimedNotice[]
): ClaimedNotice =>
  first.topic === "balance_low"
    ? { ...first, ...others.at(-1), id: first.id }
    : {
        ...first,
        count: others.reduce((sum, { count }) => sum + count, first.count),
        amount: roundThb(
          MathBN.sum(
            ...[first, ...others].map(({ amount }) => amount ?? 0)
          ).toFixed()
        ),
        subject: null,
        words: null,
      }
