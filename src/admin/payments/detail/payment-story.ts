import type { PaymentDetail } from "../payments"

/** What happened to a payment. */
export interface StoryLine {
  at: string
  what:
    | "chosen"
    | "money"
    | "paid"
    | "cancelRequested"
    | "ended"
    | "replaced"
    | "issue"
    | "payingBack"
    | "closed"
  /** THB in major units. */
  amount?: number
}

/** The story of a payment, the first line first. */
export function storyOf({
  state,
  created_at,
  money,
  settled_at,
  cancel_requested_at,
  ended_at,
  replaced_at,
  issue,
}: PaymentDetail): StoryLine[] {
  const lines: [StoryLine["what"], string | null | undefined][] = [
    ["chosen", created_at],
    ["cancelRequested", cancel_requested_at],
    ["replaced", replaced_at],
    // The end of a payment that was paid is that its money went back.
    ["ended", state === "succeeded" ? null : ended_at],
    ["paid", settled_at],
    ["issue", issue?.raised_at],
    ["payingBack", issue?.paying_back_since],
    ["closed", issue?.resolved_at],
  ]
  return [
    ...lines.flatMap(([what, at]) => (at ? [{ what, at }] : [])),
    ...money.map(({ at, amount }) => ({ what: "money" as const, at, amount })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
