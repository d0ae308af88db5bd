import { DOCTOR_SUMMARY, DOCTOR_TOPICS, fillIn, type Locale } from "../messages"
import { markOf, sentenceOf, topicOf, type Finding } from "./finding"
import { judgeAll, summarize } from "./verdict"

const MARKS = { ok: "✓", bad: "✗", open: "?" } as const

/** The table for a terminal: a line for each finding, and three lines that say what it comes to. */
export function printTable(
  findings: readonly Finding[],
  transcript: string | null,
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
  const file = transcript
    ? [fillIn(DOCTOR_SUMMARY.transcript[locale], { file: transcript })]
    : []
  const summary = [...summarize(judgeAll(findings), locale), ...file]
  return `${[...lines, "", ...summary].join("\n").trimStart()}\n`
}
