import { plainNumber } from "../../storefront/payer"

/** As Thai banks print a number of ten digits: 123-4-56789-0. Longer ones, and what is no number, are left as they are. */
export function formatAccountNumber(number: string): string {
  return /^\d{0,10}$/.test(number)
    ? [
        number.slice(0, 3),
        number.slice(3, 4),
        number.slice(4, 9),
        number.slice(9),
      ]
        .filter(Boolean)
        .join("-")
    : number
}

export interface EditedNumber {
  /** Without spaces and dashes. What is no digit stays, to be pointed out: without its "ext" it might pass for another number. */
  number: string
  /** How many of its characters stand before the caret. */
  caret: number
}

/**
 * What an edit of a formatted number means. `text` and `position` are what the browser has made of
 * the field and its caret. Whoever deletes a dash means the digit beyond it: the dash itself would
 * only come back.
 */
export function editAccountNumber(
  before: string,
  { text, position, isForward }: EditedText
): EditedNumber {
  const number = plainNumber(text)
  const caret = plainNumber(text.slice(0, position)).length
  // A single one: more go where a plain number is put in the place of all.
  const isDashGone =
    number === before && text.length === formatAccountNumber(before).length - 1
  if (!isDashGone) {
    return { number, caret }
  }
  const at = isForward ? caret : Math.max(caret - 1, 0)
  return { number: number.slice(0, at) + number.slice(at + 1), caret: at }
}

interface EditedText {
  text: string
  position: number
  /** Deleted with the Delete key, towards the end. */
  isForward: boolean
}

/** Where the caret stands in the formatted number. */
export function caretPosition({ number, caret }: EditedNumber): number {
  const text = formatAccountNumber(number)
  let position = 0
  for (let passed = 0; passed < caret; position++) {
    passed += text[position] === "-" ? 0 : 1
  }
  return position
}
