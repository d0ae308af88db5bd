import { staffMessage, type Message, type Words } from "../../messages"
import type {
  ClaimedNotice,
  NoticeSubject,
} from "../../modules/one2pays/notices/notice"

/** A notice in words that have no language yet, and the page of the dashboard that it leads to. */
export interface ComposedNotice {
  title: Words
  description: Words
  link: string
}

/** Puts a notice into words. Ids stand for orders, payments and payouts: `nameOrders` names them. */
export function composeNotice(notice: ClaimedNotice): ComposedNotice {
  const { topic, subject, words, count } = notice
  const amount = notice.amount ?? "0.00"
  if (topic === "unit_contradicted" || topic === "balance_low") {
    return { ...OF_ACCOUNT[topic], description: words ?? "" }
  }
  if (!subject) {
    return {
      title: staffMessage(TITLES[topic].many, { count: String(count) }),
      description: staffMessage("together", { amount }),
      link: LINKS[topic],
    }
  }
  return {
    title: staffMessage(TITLES[topic].one, { what: nameOf(subject, amount) }),
    description:
      topic === "waits_for_approval" || topic === "rejected"
        ? staffMessage(`${topic}_notice`, { amount })
        : (words ?? ""),
    link:
      topic === "waits_for_approval" || topic === "rejected"
        ? `/one2pays/payouts/${subject.id}`
        : `${OPEN_ISSUES}&q=${encodeURIComponent(subject.reference_id ?? subject.id)}`,
  }
}

const nameOf = ({ kind, order_id }: NoticeSubject, amount: string): Message =>
  order_id
    ? staffMessage(`${kind}_of_order`, { order: order_id })
    : staffMessage(`one_${kind}`, { amount })

const OF_ACCOUNT = {
  unit_contradicted: {
    title: staffMessage("unit_notice_title"),
    link: "/settings/one2pays",
  },
  balance_low: {
    title: staffMessage("balance_low_title"),
    link: "/one2pays/payouts",
  },
}

const OPEN_ISSUES = "/one2pays/payments?show=open"

const TITLES = {
  waits_for_approval: {
    one: "waits_for_approval_title",
    many: "many_wait_title",
  },
  rejected: { one: "rejected_title", many: "many_rejected_title" },
  failed: { one: "failed_title", many: "many_failed_title" },
  returned: { one: "returned_title", many: "many_returned_title" },
  needs_attention: {
    one: "needs_attention_title",
    many: "many_need_attention_title",
  },
} as const

/** The pages of several. */
const LINKS = {
  waits_for_approval: "/one2pays/payouts?approvable=true",
  rejected: "/one2pays/payouts?state=rejected",
  failed: OPEN_ISSUES,
  returned: OPEN_ISSUES,
  needs_attention: OPEN_ISSUES,
} as const
