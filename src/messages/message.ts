import { FIELD_PROBLEMS } from "./texts/staff/field-problems"
import { ISSUE_DETAILS } from "./texts/staff/issue-details"
import {
  isPayoutState,
  PAYOUT_STATES,
  type PayoutState,
} from "./texts/staff/payout-states"
import { NOTICES } from "./texts/staff/notices"
import { PAYOUT_TRAIL } from "./texts/staff/payout-trail"
import type { Locale, LocalizedText } from "./texts/public-errors"
import { fillIn, type PlacesOf } from "./sentence"
import { CODED_TEXTS } from "./staff-codes"
import { UNCODED_TEXTS } from "./texts/staff/no-code-texts"

/** Every sentence for staff. The database keeps the keys: a key that is changed loses its rows. */
export const STAFF_TEXTS = {
  ...CODED_TEXTS,
  ...UNCODED_TEXTS,
  ...FIELD_PROBLEMS,
  ...ISSUE_DETAILS,
  ...NOTICES,
  ...PAYOUT_TRAIL,
}

type StaffTexts = typeof STAFF_TEXTS
export type MessageKey = keyof StaffTexts

/** A sentence of ours before it has a language: its key, and the values for its places. */
export interface Message<Key extends MessageKey = MessageKey> {
  readonly key: Key
  readonly values: Readonly<Record<string, Words>>
}

/** A message, which each reader reads in their own language, or a person's own words, which stay as they wrote them. */
export type Words = string | Message

/**
 * `state` is the state of a payout, `why` a sentence within the sentence and `what` its subject. The other values read the same in every
 * language.
 */
type ValueOf<Place extends string> = Place extends "state"
  ? PayoutState
  : Place extends "why" | "what"
    ? Words
    : string

type ValuesOf<Key extends MessageKey> = [
  PlacesOf<StaffTexts[Key]["en"]>,
] extends [never]
  ? []
  : [
      values: {
        readonly [Place in PlacesOf<StaffTexts[Key]["en"]>]: ValueOf<Place>
      },
    ]

/** Makes a sentence for staff with its values. It gets its language when somebody reads it. */
export const staffMessage = <Key extends MessageKey>(
  key: Key,
  ...[values]: ValuesOf<Key>
): Message<Key> => ({ key, values: values ?? {} })

/** Renders a message in the reader's language. A key of a later version stands for itself. */
export function renderMessage(
  { key, values }: Message,
  locale: Locale
): string {
  if (!Object.hasOwn(STAFF_TEXTS, key)) {
    return key
  }
  const rendered = Object.entries(values).map(([place, value]) => [
    place,
    renderValue(place, value, locale),
  ])
  return fillIn(
    STAFF_TEXTS[key][locale],
    Object.fromEntries(rendered) as Record<string, string>
  )
}

function renderValue(place: string, value: Words, locale: Locale): string {
  if (typeof value !== "string") {
    return renderMessage(value, locale)
  }
  return place === "state" && isPayoutState(value)
    ? PAYOUT_STATES[value][locale]
    : value
}

export const renderWords = (words: Words, locale: Locale): string =>
  typeof words === "string" ? words : renderMessage(words, locale)

/** Renders words in every language. */
export const inAllLanguages = (words: Words): LocalizedText => ({
  en: renderWords(words, "en"),
  th: renderWords(words, "th"),
})
