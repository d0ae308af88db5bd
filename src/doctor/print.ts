import { DOCTOR_SUMMARY, DOCTOR_TOPICS, fillIn, type Locale } from "../messages"
import { markOf, sentenceOf, topicOf, type Finding } from "./finding"
import { judgeAll, summarize } from "./verdict"

const MARKS = { ok: "✓", bad: "✗", open: "?" } as const

/** The table for a terminal: a line for each finding. */
export function printFindings(
  findings: readonly Finding[],
  locale: Locale
): string {
  let topic: string | undefined
  const lines = findings.flatMap((each) => {
    const title = DOCTOR_TOPICS[topicOf(each)][locale]
    const heading = title === topic ? [] : ["", title]
    topic = title
    return [
      ...heading,
      `  ${MARKS[markOf(each)]} ${sentenceOf(each, locale)}`,
      ...(each.config
        ? [
            `      → ${fillIn(DOCTOR_SUMMARY.write[locale], { config: each.config })}`,
          ]
        : []),
    ]
  })
  return lines.length > 0 ? `${lines.join("\n")}\n` : ""
}

/** The lines under the table, which say what it comes to. @param transcript the file; null where there is none */
export function printSummary(
  findings: readonly Finding[],
  transcript: string | null,
  locale: Locale
): string {
  const file = transcript
    ? [fillIn(DOCTOR_SUMMARY.transcript[locale], { file: transcript })]
    : []
  const lines = [...summarize(judgeAll(findings), locale), ...file]
  return `\n${lines.join("\n")}\n`
}
