import { BigNumber } from "bignumber.js"
import {
  DOCTOR_TEXTS,
  DOCTOR_TOPICS,
  fillIn,
  type DoctorKey,
  type DoctorTopic,
  type Locale,
  type Mark,
  type PlacesOf,
} from "../messages"

/** One line of the table: what was found out, and what to write into the config because of it. */
export interface Finding {
  key: DoctorKey
  values: Readonly<Record<string, string>>
  /** An option as it stands in `medusa-config.ts`. */
  config?: string
}

type ValuesOf<Key extends DoctorKey> = Record<
  PlacesOf<(typeof DOCTOR_TEXTS)[Key]["en"]>,
  string
>

type Rest<Key extends DoctorKey> = [
  PlacesOf<(typeof DOCTOR_TEXTS)[Key]["en"]>,
] extends [never]
  ? [values?: undefined, config?: string]
  : [values: ValuesOf<Key>, config?: string]

/** Makes a finding. It gets its language when somebody reads it. */
export const finding = <Key extends DoctorKey>(
  key: Key,
  ...[values, config]: Rest<Key>
): Finding => ({ key, values: values ?? {}, ...(config ? { config } : {}) })

export const markOf = ({ key }: Finding): Mark => DOCTOR_TEXTS[key].mark

/** Lists find out about many things: the values say which. */
export const topicOf = ({ key }: Finding): DoctorTopic =>
  DOCTOR_TEXTS[key].topic

export const sentenceOf = ({ key, values }: Finding, locale: Locale): string =>
  fillIn(DOCTOR_TEXTS[key][locale], values)

/** Puts the findings into the order of the topics. Within a topic they keep their own. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const topics = Object.keys(DOCTOR_TOPICS)
  const placeOf = (each: Finding) => topics.indexOf(topicOf(each))
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Amounts are compared by value, however they are written. */
export const amountOf = (value: unknown): BigNumber | null => {
  const isAmount =
    (typeof value === "string" && value.trim() !== "") ||
    typeof value === "number"
  const amount = isAmount ? new BigNumber(value) : null
  return amount?.isFinite() ? amount : null
}
