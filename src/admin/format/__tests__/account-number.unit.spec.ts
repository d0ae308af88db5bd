import {
  caretPosition,
  editAccountNumber,
  formatAccountNumber,
} from "../account-number"

/** The field's text after a key is pressed at the caret, which is drawn as a bar. */
function press(drawn: string, key: string): string {
  const [head = "", tail = ""] = drawn.split("|")
  const typed =
    key === "Backspace"
      ? head.slice(0, -1)
      : key === "Delete"
        ? head
        : head + key
  const rest = key === "Delete" ? tail.slice(1) : tail
  const edited = editAccountNumber((head + tail).replaceAll("-", ""), {
    text: typed + rest,
    position: typed.length,
    isForward: key === "Delete",
  })
  const text = formatAccountNumber(edited.number)
  const position = caretPosition(edited)
  return `${text.slice(0, position)}|${text.slice(position)}`
}

describe("the field of an account number", () => {
  it.each([
    ["|", "1", "1|"],
    ["123|", "4", "123-4|"],
    ["123-4-56789|", "0", "123-4-56789-0|"],
    ["123-4-56789-0|", "1", "12345678901|"],
    ["12|3-4-5", "9", "129|-3-45"],
    ["|", "123-4-56789-0", "123-4-56789-0|"],
    ["12|3-4", "x", "12x|34"],
    ["|", "123-4-56789-0 ext 12", "1234567890ext12|"],
    ["12|3-4", " ", "12|3-4"],
    ["|", "๑๒๓−๔\u00a0๕๖๗๘๙", "123-4-56789|"],
    ["12|3-4", "๕", "125|-3-4"],
    ["123|", "４", "123-4|"],
    ["|", "๑๒๓–๔–๕๖๗๘๙–๐", "123-4-56789-0|"],
  ])("%s and %s make %s", (before, key, after) => {
    expect(press(before, key)).toBe(after)
  })

  it.each([
    ["123-4|-5", "Backspace", "123|-5"],
    ["123-|4-5", "Backspace", "12|4-5"],
    ["123-4-|5", "Backspace", "123|-5"],
    ["12345678901|", "Backspace", "123-4-56789-0|"],
    ["|123-4", "Backspace", "|123-4"],
    ["123|-4-5", "Delete", "123|-5"],
    ["1|23-4", "Delete", "1|34"],
    ["123-4|", "Delete", "123-4|"],
    ["12x|34", "Backspace", "12|3-4"],
  ])("%s and %s make %s: a dash is no obstacle", (before, key, after) => {
    expect(press(before, key)).toBe(after)
  })
})

it("takes a plain number that is put in the place of all of it", () => {
  expect(
    editAccountNumber("1234567890", {
      text: "1234567890",
      position: 10,
      isForward: false,
    })
  ).toEqual({ number: "1234567890", caret: 10 })
})
