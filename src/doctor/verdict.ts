import {
  DOCTOR_SUMMARY,
  DOCTOR_TOPICS,
  fillIn,
  type DoctorKey,
  type DoctorTopic,
  type Locale,
} from "../messages"
import { markOf, topicOf, type Finding } from "./finding"

/** A shop goes live only after these were seen, and were good. */
const NEEDED: readonly DoctorKey[][] = [
  ["address_ok", "address_slow"],
  ["clock_ok", "clock_near", "clock_unknown"],
  ["keys_ok"],
  ["balance_ok"],
  ["created"],
  ["instructions_qr", "instructions_app"],
  ["unit_proved"],
  ["canceled"],
]

const EARLY_ENDS: readonly DoctorKey[] = [
  "stopped",
  "out_of_time",
  "interrupted",
  "broke_down",
]

export interface Verdict {
  isReady: boolean
  bad: number
  /** Subjects that a shop depends on and that could not be seen. */
  unseen: DoctorTopic[]
  /** Options to write into the config. */
  config: string[]
}

/** Whether a shop could go live on what was seen. */
export function judgeAll(findings: readonly Finding[]): Verdict {
  const bad = findings.filter((each) => markOf(each) === "bad").length
  const keys = new Set(findings.map(({ key }) => key))
  const unseen = NEEDED.filter(
    (any) => !any.some((key) => keys.has(key))
  ).flatMap(([key]) => (key ? [topicOf({ key, values: {} })] : []))
  const stopped = EARLY_ENDS.some((key) => keys.has(key))
  return {
    isReady: bad === 0 && unseen.length === 0 && !stopped,
    bad,
    unseen: [...new Set(unseen)],
    config: [
      ...new Set(findings.flatMap(({ config }) => (config ? [config] : []))),
    ],
  }
}

/** The verdict and the config, a line each. */
export function summarize(
  { isReady, bad, unseen, config }: Verdict,
  locale: Locale
): string[] {
  const topics = unseen.map((topic) => DOCTOR_TOPICS[topic][locale]).join(", ")
  const say = (key: keyof typeof DOCTOR_SUMMARY, values = {}) =>
    fillIn(DOCTOR_SUMMARY[key][locale], values)
  return [
    isReady
      ? say("ready")
      : bad > 0
        ? say("not_ready", { count: String(bad) })
        : say("not_seen", { topics }),
    config.length > 0
      ? say("config", { lines: config.join(", ") })
      : say("config_nothing"),
  ]
}
