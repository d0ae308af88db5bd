import type { Words } from "../../../messages"
import type { NoticeTopic } from "../config/notice-topics"

/** The payment or withdraw that a notice is about. There is no account number in it, and no name of a person. */
export interface NoticeSubject {
  kind: "payment" | "payout" | "refund"
  id: string
  order_id: string | null
  reference_id: string | null
}

/** An event for the shop's subscribers. */
export interface NoticeEvent {
  name: string
  data: object
  metadata?: Record<string, unknown>
}

/** What staff have to hear. `amount` is THB in major units, of all that it tells of. */
export interface NewNotice {
  topic: NoticeTopic
  count?: number
  amount?: string | null
  /** Null where it tells of several, or of the account itself. */
  subject?: NoticeSubject | null
  /** What happened, where the topic does not say it all. */
  words?: Words | null
  /** The event that the shop's subscribers hear with it. */
  event?: NoticeEvent
}

/** A notice that this process has to tell. */
export interface ClaimedNotice {
  id: string
  topic: NoticeTopic
  count: number
  amount: string | null
  subject: NoticeSubject | null
  words: Words | null
  /** This try included. */
  tries: number
}
