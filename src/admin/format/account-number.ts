import { plainNumber } from "../../storefront/payer"

/**
 * Writes a number of ten digits as Thai banks print it: 123-4-56789-0. Longer ones and other texts stay as they are.
 */
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
  /**
   * Without spaces and dashes. Other characters stay and are reported: without its "ext", a text might pass for another
   * number.
   */
  number: string
  /** The count of its characters before the caret. */
  caret: number
}

/**
 * Reads an edit of a formatted number. `text` and `position` are the field's text and its caret after the browser has
 * applied the edit. A person who deletes a dash means the digit beyond it: the dash itself would only come back.
 */
export function editAccountNumber(
  before: string,
  { text, position, isForward }: EditedText
): EditedNumber {
  const number = plainNumber(text)
  const caret = plainNumber(text.slice(0, position)).length
  // Exactly one dash. More are missing when a plain number has replaced the whole text.
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
  /** The Delete key removed a character behind the caret. */
  isForward: boolean
}

/** The caret's position in the formatted number. */
export function caretPosition({ number, caret }: EditedNumber): number {
  const text = formatAccountNumber(number)
  let position = 0
  for (let passed = 0; passed < caret; position++) {
    passed += text[position] === "-" ? 0 : 1
  }
  return position
}
