import {
  judgeAll,
  markOf,
  sentenceOf,
  summarize,
  topicOf,
} from "../../../../doctor"
import {
  DOCTOR_TOPICS,
  type DoctorTopic,
  type Locale,
  type Mark,
} from "../../../../messages"
import type { AccountCheckStanding } from "../../../../modules/one2pays/gateway-state/account-check"

/** `account_check` in the admin's answers. Times are ISO 8601; texts are in the reader's language. */
export interface AccountCheckView {
  id: string
  state: AccountCheckStanding["state"]
  by: string
  creates: boolean
  started_at: string
  ended_at: string | null
  done: number
  of: number
  findings: {
    topic: DoctorTopic
    title: string
    mark: Mark
    text: string
    /** What to write into the config; null when there is nothing to change. */
    config: string | null
  }[]
  /** Null until the check is over. */
  verdict: { is_ready: boolean; lines: string[] } | null
}

export function renderAccountCheck(
  check: AccountCheckStanding | null,
  locale: Locale
): AccountCheckView | null {
  if (!check) {
    return null
  }
  const { findings, ...rest } = check
  const verdict = judgeAll(findings)
  return {
    ...rest,
    findings: findings.map((each) => ({
      topic: topicOf(each),
      title: DOCTOR_TOPICS[topicOf(each)][locale],
      mark: markOf(each),
      text: sentenceOf(each, locale),
      config: each.config ?? null,
    })),
    verdict:
      check.state === "ended"
        ? { is_ready: verdict.isReady, lines: summarize(verdict, locale) }
        : null,
  }
}
