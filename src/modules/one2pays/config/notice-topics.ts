/** What staff are told of. A shop chooses among these what its mails and messages tell. */
export const NOTICE_TOPICS = [
  "waits_for_approval",
  "rejected",
  "failed",
  "returned",
  "needs_attention",
  "balance_low",
  "unit_contradicted",
] as const

export type NoticeTopic = (typeof NOTICE_TOPICS)[number]
