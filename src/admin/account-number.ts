import { plainDigits } from "../storefront/payer"

/** As Thai banks print a number of ten digits: 123-4-56789-0. Longer ones are left as they are. */
export function formatAccountNumber(digits: string): string {
  return digits.length > 10
    ? digits
    : [
        digits.slice(0, 3),
        digits.slice(3, 4),
        digits.slice(4, 9),
        digits.slice(9),
      ]
        .filter(Boolean)
        .join("-")
}

export interface EditedNumber {
  digits: string
  /** How many of them stand before the caret. */
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
  const digits = digitsOf(text)
  const caret = digitsOf(text.slice(0, position)).length
  // A single one: more go where a plain number is put in the place of all.
  const isDashGone =
    digits === before && text.length === formatAccountNumber(before).length - 1
  if (!isDashGone) {
    return { digits, caret }
  }
  const at = isForward ? caret : Math.max(caret - 1, 0)
  return { digits: digits.slice(0, at) + digits.slice(at + 1), caret: at }
}

interface EditedText {
  text: string
  position: number
  /** Deleted with the Delete key, towards the end. */
  isForward: boolean
}

/** Where the caret stands in the formatted number. */
export function caretPosition({ digits, caret }: EditedNumber): number {
  const text = formatAccountNumber(digits)
  let position = 0
  for (let passed = 0; passed < caret; position++) {
    passed += text[position] === "-" ? 0 : 1
  }
  return position
}

const digitsOf = (text: string): string => plainDigits(text).replace(/\D/g, "")
