import { FIELD_PROBLEMS } from "./field-problems"
import { MERCHANT_TEXTS } from "./gateway-errors"
import { ISSUE_DETAILS } from "./issue-details"
import { PAYOUT_STATES } from "./payout-states"
import { PAYOUT_TRAIL } from "./payout-trail"
import { PUBLIC_ERRORS, type Locale } from "./public-errors"
import { fillIn, sentenceFinder, type PlacesOf } from "./sentence"
import { STAFF_ERRORS } from "./staff-errors"

const STAFF_TEXTS = { ...STAFF_ERRORS, ...ISSUE_DETAILS, ...PAYOUT_TRAIL }

type StaffTexts = typeof STAFF_TEXTS
type Values<Name extends keyof StaffTexts> = [
  PlacesOf<StaffTexts[Name]["en"]>,
] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<StaffTexts[Name]["en"]>, string>>]

/** One of our sentences for staff, in English, as it is thrown or written down. `translateForStaff` knows it again. */
export const staffText = <Name extends keyof StaffTexts>(
  name: Name,
  ...[values]: Values<Name>
): string => fillIn(STAFF_TEXTS[name].en, values ?? {})

/** Whether a sentence is this one of ours, with whatever values. */
export const isStaffText = (name: keyof StaffTexts, english: string): boolean =>
  sentenceFinder([STAFF_TEXTS[name]])(english) !== null

const find = sentenceFinder([
  ...Object.values(STAFF_TEXTS),
  ...MERCHANT_TEXTS,
  // Core's own steps may meet one while staff wait.
  ...Object.values(PUBLIC_ERRORS).map(({ text }) => text),
])

/** A sentence of ours in the language of the staff who read it. Another one, such as a person's, comes back as it is. */
export function translateForStaff(english: string, locale: Locale): string {
  const found = find(english)
  if (!found) {
    return english
  }
  const values = Object.entries(found.values).map(([place, value]) => [
    place,
    translateValue(place, value, locale),
  ])
  return fillIn(
    found.text[locale],
    Object.fromEntries(values) as Record<string, string>
  )
}

function translateValue(place: string, value: string, locale: Locale): string {
  switch (place) {
    case "state":
      return PAYOUT_STATES[value]?.[locale] ?? value
    case "why":
      return translateForStaff(value, locale)
    default:
      return value
  }
}

/** As `translateForStaff`, for the message of an error, which may name fields instead. */
export const translateStaffError = (english: string, locale: Locale): string =>
  find(english)
    ? translateForStaff(english, locale)
    : translateProblems(english, locale)

const findProblem = sentenceFinder(Object.values(FIELD_PROBLEMS))

/** `row 2: amount: …; bank_code: …`, a line a row. The fields keep their names: files and requests have them in English. */
const translateProblems = (english: string, locale: Locale): string =>
  english
    .split("\n")
    .map((line) => {
      const [, row, problems = line] = /^row (\d+): (.*)$/.exec(line) ?? []
      const text = problems
        .split(/; (?=[\w.]+: )/)
        .map((problem) => translateProblem(problem, locale))
        .join("; ")
      return row ? `${ROW[locale]} ${row}: ${text}` : text
    })
    .join("\n")

const ROW = { en: "row", th: "แถว" } as const

function translateProblem(problem: string, locale: Locale): string {
  if (find(problem)) {
    return translateForStaff(problem, locale)
  }
  const [, field, message = problem] = /^([\w.]+): (.*)$/.exec(problem) ?? []
  const found = findProblem(message)
  const text = found ? fillIn(found.text[locale], found.values) : message
  return field ? `${field}: ${text}` : text
}
