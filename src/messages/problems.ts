import { isFieldProblem } from "./texts/staff/field-problems"
import { renderWords, type Words } from "./message"
import type { Locale, LocalizedText } from "./texts/public-errors"

/** A mistake in a field, or in no single one. */
export interface Problem {
  /** The field's name in the request, in every language: files and requests have it in English. */
  field?: string
  words: Words
}

/** The mistakes in one row of a request. A row that comes alone has no number. */
export interface ProblemLine {
  row?: number
  problems: readonly Problem[]
}

/** Reads a schema's message about a value: the key of one of our problems, or zod's own words. */
export const problemWords = (message: string): Words =>
  isFieldProblem(message) ? { key: message, values: {} } : message

const ROW: LocalizedText = { en: "row", th: "แถว" }

/** Writes problems as `row 2: amount: …; bank_code: …`, a line for each row, in every language. */
export const describeProblems = (
  lines: readonly ProblemLine[]
): LocalizedText => ({
  en: describeIn("en", lines),
  th: describeIn("th", lines),
})

const describeIn = (locale: Locale, lines: readonly ProblemLine[]): string =>
  lines
    .map(({ row, problems }) => {
      const text = problems
        .map(({ field, words }) => {
          const said = renderWords(words, locale)
          return field === undefined ? said : `${field}: ${said}`
        })
        .join("; ")
      return row === undefined ? text : `${ROW[locale]} ${row}: ${text}`
    })
    .join("\n")
