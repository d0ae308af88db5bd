import { safeName, safeText } from "../redact"

const sensitive = ["Somchai Jaidee", "123-4-56789-0"]

describe("safeText", () => {
  it("lets a plain message through", () => {
    expect(safeText("Amount must be a valid decimal number", sensitive)).toBe(
      "Amount must be a valid decimal number"
    )
  })

  it.each([
    "Account 123-4-56789-0 is closed",
    "Account 1234567890 is closed",
    "Account 123 456 7890 is closed",
    "No account of SOMCHAI JAIDEE",
    "Name 'somchai' does not match",
  ])("drops a message that repeats what was sent: %s", (text) => {
    expect(safeText(text, sensitive)).toBeUndefined()
  })

  it("covers a number that could be somebody's account", () => {
    expect(safeText("Account 9876543210 is closed", sensitive)).toBe(
      "Account … is closed"
    )
    expect(safeText("Account 987-6-54321-0 is closed", [])).toBe(
      "Account … is closed"
    )
  })

  it("keeps a message in its line, and short", () => {
    expect(safeText("one\r\ntwo\u001b[31m", [])).toBe("one two [31m")
    expect(safeText("x".repeat(1000), [])).toHaveLength(300)
  })

  it.each([undefined, null, 5, "", "  ", {}])("has no text for %p", (text) => {
    expect(safeText(text, [])).toBeUndefined()
  })
})

describe("safeName", () => {
  it.each(["amount", "VALIDATION_ERROR", "metadata.order_id", "items[0].id"])(
    "takes %s",
    (name) => {
      expect(safeName(name)).toBe(name)
    }
  )

  it.each(["1234567890", "", "two words", "x".repeat(65), 7, null])(
    "leaves %p out",
    (name) => {
      expect(safeName(name)).toBeUndefined()
    }
  )
})
